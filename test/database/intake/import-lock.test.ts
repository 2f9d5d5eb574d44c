import { IndexImportLock } from '../../../src/features/intake/storage/import-lock.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';

let city: IntakeCity;
let lock: IndexImportLock;

beforeAll(async () => {
  city = await anIntakeCity();
  lock = new IndexImportLock(city.index.sql, city.index.transaction);
});
afterAll(() => city?.close());

const held = () => Promise.all([null, 'LIGHTHOUSE', 'ORCHARD'].map((who) => lock.isHeld(who)));
const done = () => Promise.resolve('done');

test('two offices import at the same time, and each keeps only its own follower still', async () => {
  await lock.hold('LIGHTHOUSE', async () => {
    expect(await held()).toEqual([true, true, false]);
    expect(await lock.hold('ORCHARD', held)).toEqual([true, true, true]);
  });
  expect(await held()).toEqual([false, false, false]);
});

test('F13: a second import of the same office is turned away at once, and the first goes on', async () => {
  const first = await lock.hold('LIGHTHOUSE', async () => {
    await expect(lock.hold('LIGHTHOUSE', done)).rejects.toMatchObject({ code: 'CONFLICT', details: { department: 'LIGHTHOUSE' } });
    return done();
  });
  expect(first).toBe('done');
});

test('the city’s import is alone: it is turned away by an office’s, and turns every office away', async () => {
  await lock.hold('ORCHARD', () => expect(lock.hold(null, done)).rejects.toMatchObject({ code: 'CONFLICT' }));
  await lock.hold(null, async () => {
    expect(await held()).toEqual([true, true, true]);
    await expect(lock.hold('ORCHARD', done)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(lock.hold(null, done)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

test('what fails under a lock lets it go', async () => {
  await expect(lock.hold('ORCHARD', () => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off');
  expect(await held()).toEqual([false, false, false]);
});
