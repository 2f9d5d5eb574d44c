import type { ClockMove } from '../../../src/features/loop/index.js';
import { pause, restart, resume, start, stop } from '../../../src/features/loop/index.js';
import type { MatterClock } from '../../../src/features/loop/matter-clock.js';
import { clockLight } from '../../../src/features/loop/timing/clock-light.js';
import { deadlineOf, type GivenLimit, movedClocks } from '../../../src/features/loop/timing/move-clocks.js';
import { china, inChina, plainCalendar } from '../../support/clocks/calendars.js';
import { refusal } from '../../support/refusal.js';

const calendar = plainCalendar([2026]);
const limits: Readonly<Record<string, GivenLimit>> = {
  HANDLING: { limit: { amount: 3, unit: 'WORKING_DAYS' }, source: '示例' },
  REVIEW: { limit: { amount: 1, unit: 'WORKING_DAYS' }, source: null },
  FEEDBACK: { limit: { amount: 1, unit: 'CALENDAR_DAYS' }, source: null },
};
const limitOf = (clock: string): GivenLimit | null => limits[clock] ?? null;

/** The clocks after moves at instants of China. */
const after = (...steps: readonly (readonly [string, ...ClockMove[]])[]): readonly MatterClock[] =>
  steps.reduce<readonly MatterClock[]>((clocks, [at, ...moves]) => movedClocks(clocks, moves, { at: china(at), calendar, limitOf }), []);

test('a clock that starts is due by the working calendar, and one without a limit does not run', () => {
  const [handling, ...others] = after(['2026-03-10T10:00', start('HANDLING'), start('EVALUATION')]);
  expect(others).toEqual([]);
  expect(handling).toMatchObject({ round: 1, limitAmount: 3, limitSource: '示例', stoppedAt: null });
  expect(inChina(handling!.dueAt)).toBe('2026-03-14T00:00');
});

test('a clock that rested gets its rest back, a second start leaves the first as it is', () => {
  const rested = after(
    ['2026-03-10T10:00', start('HANDLING')],
    ['2026-03-11T10:00', pause('HANDLING')],
    ['2026-03-16T10:00', start('HANDLING'), resume('HANDLING')],
  );
  expect(rested).toHaveLength(1);
  expect(rested[0]).toMatchObject({ pausedAt: null });
  expect(rested[0]!.dueAt > china('2026-03-14T00:00')).toBe(true);
});

test('a restart ends the round that runs and begins the next', () => {
  const clocks = after(['2026-03-10T10:00', start('HANDLING')], ['2026-03-12T10:00', restart('HANDLING')]);
  expect(clocks.map(({ round, stoppedAt }) => [round, stoppedAt])).toEqual([
    [1, china('2026-03-12T10:00')],
    [2, null],
  ]);
});

test('what stops or rests has nothing more to tell, what runs tells yellow first', () => {
  const [running] = after(['2026-03-10T10:00', start('HANDLING')]);
  expect(running!.nextAlarmAt).toEqual(running!.yellowAt);
  const [silent] = after(['2026-03-10T10:00', start('FEEDBACK')]);
  expect(silent!.nextAlarmAt).toEqual(silent!.dueAt);
  for (const move of [stop('HANDLING'), pause('HANDLING')])
    expect(after(['2026-03-10T10:00', start('HANDLING')], ['2026-03-10T11:00', move])[0]!.nextAlarmAt).toBeNull();
});

test('the deadline of a matter is the earliest of its running clocks but feedback’s, at its end that of its handling', () => {
  const clocks = after(['2026-03-10T10:00', start('HANDLING'), start('REVIEW'), start('FEEDBACK')]);
  expect(inChina(deadlineOf(clocks, false)!.dueAt)).toBe('2026-03-12T00:00');
  const [handling] = clocks;
  expect(deadlineOf(clocks, true)).toEqual({ dueAt: china('2026-03-14T00:00'), yellowAt: handling!.yellowAt });
  expect(deadlineOf([], false)).toBeNull();
});

test('the light turns yellow and red with the clock, keeps its end, and rests with it', () => {
  const [running] = after(['2026-03-10T10:00', start('HANDLING')]);
  const { dueAt, yellowAt } = running!;
  const lights = [china('2026-03-10T10:00'), yellowAt, dueAt, new Date(dueAt.getTime() + 1)].map((now) => clockLight(running!, now));
  expect(lights).toEqual(['GREEN', 'YELLOW', 'YELLOW', 'RED']);
  const late = new Date('2027-01-01T00:00:00Z');
  expect(clockLight({ ...running!, stoppedAt: yellowAt }, late)).toBe('GREEN');
  expect(clockLight({ ...running!, stoppedAt: late, exemptAt: late }, late)).toBe('RED');
  expect(clockLight({ ...running!, pausedAt: yellowAt }, late)).toBe('YELLOW');
});

test('A80: a count that comes to a year whose days nobody knows is refused, naming it', () => {
  expect(refusal(() => after(['2026-12-31T10:00', start('HANDLING')]))).toMatchObject({ code: 'DATE_INVALID' });
});
