import { modelOn } from '../../../src/cli/crosswalk/model-on.js';
import type { CityModel } from '../../../src/features/crosswalk/index.js';

const asked: unknown[] = [];
const current = { at: 'today' } as unknown as CityModel;
const models = {
  current: () => current,
  at: (instants: unknown) => {
    asked.push(instants);
    return Promise.resolve(current);
  },
};

describe('the day that a command asks for', () => {
  test('is today when left out, else the day that is written', async () => {
    expect(await modelOn(models, undefined)).toBe(current);
    await modelOn(models, '2020-02-29');
    expect(asked).toEqual([{ at: '2020-02-29', knownAt: null }]);
  });

  test.each(['yesterday', '2019-02-30', '2019-2-3', ''])('%j is no day, though a database might read it as one', async (at) => {
    await expect(modelOn(models, at)).rejects.toMatchObject({ code: 'DATE_INVALID', message: expect.stringContaining('--at') });
  });
});
