import { toldCause } from '../../../src/cli/told-cause.js';

describe('What the log tells of an error', () => {
  it('is its kind, code, message and stack, and those of what caused it', () => {
    const cause = Object.assign(new Error('connection terminated'), { code: '57P01' });
    const told = toldCause(new TypeError('an office is away', { cause }));
    expect(told).toMatchObject({ type: 'TypeError', message: 'an office is away', cause: { type: 'Error', code: '57P01' } });
    expect(told.stack).toContain('told-cause.test');
  });

  it('is neither the row that the database refused nor the connection that the driver hangs on its errors', () => {
    const refused = Object.assign(new Error('null value in column "state"'), {
      code: '23502',
      detail: 'Failing row contains (XF1, 张三举报).',
      client: { connectionParameters: { user: 'allgrid', password: 'secret' } },
    });
    const line = JSON.stringify(toldCause(new Error('the import failed', { cause: refused })));
    expect(line).not.toMatch(/张三|secret|connectionParameters/);
  });

  it('ends where causes go in a circle, and tells of what is no error too', () => {
    const round = new Error('round');
    round.cause = round;
    expect(JSON.stringify(toldCause(round)).match(/"round"/g)).toHaveLength(4);
    expect(toldCause('a word')).toEqual({ type: 'string', message: 'a word' });
  });
});
