import { AlarmScheduler } from '../../../src/features/loop/alarms/alarm-scheduler.js';
import type { DueWork } from '../../../src/features/loop/alarms/due-work.js';
import { silentLog } from '../../../src/kernel/log.js';

const now = new Date('2026-03-10T02:00:00Z');
const clock = { now: () => now };
const later = (ms: number): Date => new Date(now.getTime() + ms);

/** Work of which so many batches are due, and then something at an instant; `ask` is called with every look. */
function work(batches: readonly number[], next: Date | null, ask: () => void = () => undefined): DueWork {
  const left = [...batches];
  return {
    nextAt: () => Promise.resolve(next),
    doDue: () => {
      ask();
      return Promise.resolve(left.shift() ?? 0);
    },
  };
}

test('everything that is due is done, batch after batch, of every kind of work', async () => {
  const scheduler = new AlarmScheduler({ works: [work([3, 2], null), work([1], null)], clock, log: silentLog });
  await expect(scheduler.doDue()).resolves.toBe(6);
  await expect(scheduler.doDue()).resolves.toBe(0);
});

test('it says by how much the oldest piece is late, and 0 while nothing is', async () => {
  const lateBy = (...next: readonly (Date | null)[]): Promise<number> =>
    new AlarmScheduler({ works: next.map((at) => work([], at)), clock, log: silentLog }).lateMs();
  await expect(lateBy(null, later(-4_000), later(60_000))).resolves.toBe(4_000);
  await expect(lateBy(null, later(60_000))).resolves.toBe(0);
  await expect(lateBy()).resolves.toBe(0);
});

test('it looks again when the next piece falls due, and after its longest sleep also where nothing is known to come', async () => {
  for (const next of [later(5), null]) {
    let looks = 0;
    const looked = new Promise<void>((resolve) => {
      const scheduler = new AlarmScheduler({
        works: [work([], next, () => void (++looks === 3 && resolve(scheduler.stop())))],
        clock,
        log: silentLog,
        longestSleepMs: next === null ? 5 : 60_000,
      });
      scheduler.start();
    });
    await looked;
    expect(looks).toBe(3);
  }
});

test('what cannot be done now is tried again', async () => {
  jest.useFakeTimers();
  let tries = 0;
  const failing: DueWork = {
    nextAt: () => Promise.resolve(null),
    doDue: () => (++tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve(0)),
  };
  const scheduler = new AlarmScheduler({ works: [failing], clock, log: silentLog });
  scheduler.start();
  await jest.advanceTimersByTimeAsync(2_000);
  await scheduler.stop();
  jest.useRealTimers();
  expect(tries).toBeGreaterThan(1);
});

test('what cannot be done keeps no other kind of work waiting', async () => {
  let others = 0;
  const failing: DueWork = { nextAt: () => Promise.resolve(null), doDue: () => Promise.reject(new Error('away')) };
  const scheduler = new AlarmScheduler({ works: [failing, work([1], null, () => void (others += 1))], clock, log: silentLog });
  await expect(scheduler.doDue()).rejects.toThrow('away');
  expect(others).toBe(2);
});
