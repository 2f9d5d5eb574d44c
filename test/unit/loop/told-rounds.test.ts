import { procedure as urbanManagement } from '../../../src/departments/urban-management/procedure.js';
import type { Procedure } from '../../../src/features/loop/index.js';
import type { MatterClock } from '../../../src/features/loop/matter-clock.js';
import { feedProcedure } from '../../../src/features/loop/procedure/feed-procedure.js';
import type { GivenLimit } from '../../../src/features/loop/timing/move-clocks.js';
import { toldMoves } from '../../../src/features/loop/told/told-moves.js';
import { deadlineAmong, officesOwnDeadline, roundsAsTold } from '../../../src/features/loop/told/told-rounds.js';
import type { MatterState, ToldMatter } from '../../../src/features/matters/index.js';
import { china, plainCalendar } from '../../support/clocks/calendars.js';

const calendar = plainCalendar([2026]);
const limits: Readonly<Record<string, GivenLimit>> = {
  REVIEW: { limit: { amount: 1, unit: 'CALENDAR_DAYS' }, source: null },
  ACCEPTANCE: { limit: { amount: 1, unit: 'CALENDAR_DAYS' }, source: null },
  HANDLING: { limit: { amount: 9, unit: 'CALENDAR_DAYS' }, source: '示例' },
  FEEDBACK: { limit: { amount: 1, unit: 'CALENDAR_DAYS' }, source: null },
  EVALUATION: { limit: { amount: 1, unit: 'CALENDAR_DAYS' }, source: null },
};

/** A matter as its office tells it: each state with its instant in China, the first from `from`. */
function told(
  path: readonly (readonly [MatterState, string])[],
  parts: Partial<ToldMatter> & { readonly from?: MatterState } = {},
): ToldMatter {
  const { from = null, ...given } = parts;
  const steps = path.map(([state, at], place) => ({ from: path[place - 1]?.[0] ?? from, state, at: china(at) }));
  return {
    ...{ uuid: 'm', department: 'LIGHTHOUSE', isNew: from === null, steps, isFinal: false, dueAt: null },
    officeStates: { before: null, now: null },
    ...given,
  };
}

interface Asked {
  readonly before?: readonly MatterClock[];
  readonly now?: string;
  readonly procedure?: Procedure;
}

function clocksAfter(
  matter: ToldMatter,
  { before = [], now = '2026-03-12T10:00', procedure = feedProcedure }: Asked = {},
): readonly MatterClock[] {
  const steps = toldMoves(procedure, matter);
  return roundsAsTold({ matter, before, steps }, { calendar, limitOf: (clock) => limits[clock] ?? null, now: china(now) });
}

const running = (rounds: readonly MatterClock[]): readonly string[] =>
  rounds.filter(({ stoppedAt, pausedAt }) => stoppedAt === null && pausedAt === null).map(({ clock }) => clock);

test('what an office tells moves the clocks that the platform’s own steps would, also where it leaves steps out', () => {
  const reported = clocksAfter(told([['REPORTED', '2026-03-12T09:00']]));
  expect(running(reported)).toEqual(['REVIEW']);
  const dispatched = clocksAfter(told([['DISPATCHED', '2026-03-12T09:30']], { from: 'REPORTED' }), { before: reported });
  expect(running(dispatched)).toEqual(['ACCEPTANCE', 'HANDLING']);
  const accepted = clocksAfter(told([['ACCEPTED', '2026-03-12T09:40']], { from: 'DISPATCHED' }), { before: dispatched });
  expect(running(accepted)).toEqual(['HANDLING', 'FEEDBACK']);
  // Straight from the report: acceptance began and ended with one step and timed nobody.
  expect(clocksAfter(told([['ACCEPTED', '2026-03-12T09:40']], { from: 'REPORTED' })).map(({ clock }) => clock)).toEqual([
    'HANDLING',
    'FEEDBACK',
  ]);
});

test('a return to review is the department’s objection: handling rests and review begins', () => {
  const dispatched = clocksAfter(told([['DISPATCHED', '2026-03-12T09:30']], { from: 'UNDER_REVIEW' }));
  const returned = clocksAfter(told([['UNDER_REVIEW', '2026-03-12T09:40']], { from: 'DISPATCHED' }), { before: dispatched });
  expect(running(returned)).toEqual(['REVIEW']);
  expect(returned.find(({ clock }) => clock === 'HANDLING')).toMatchObject({ pausedAt: china('2026-03-12T09:40'), stoppedAt: null });
});

test('an office’s own procedure says what its steps do to the clocks, by its own word for the state', () => {
  const filed = told([['UNDER_REVIEW', '2026-03-12T09:30']], { from: 'REPORTED', officeStates: { before: '上报', now: '待派遣' } });
  const given: Readonly<Record<string, GivenLimit>> = { ...limits, DISPATCH: limits['REVIEW']! };
  const steps = toldMoves(urbanManagement, filed);
  const rounds = roundsAsTold(
    { matter: filed, before: [], steps },
    { calendar, limitOf: (clock) => given[clock] ?? null, now: china('2026-03-12T10:00') },
  );
  expect(running(rounds)).toEqual(['DISPATCH']);
});

test('the deadline of the office’s own record is that of the handling it told of, also when it is corrected', () => {
  const until = (dueAt: string, parts: object = {}): ToldMatter =>
    told([['DISPATCHED', '2026-03-12T09:30']], { from: 'UNDER_REVIEW', dueAt: china(dueAt), ...parts });
  const rounds = clocksAfter(until('2026-03-15T00:00'));
  const handling = rounds.find(({ clock }) => clock === 'HANDLING');
  expect(handling).toMatchObject({ dueAt: china('2026-03-15T00:00'), limitSource: officesOwnDeadline });
  expect(deadlineAmong(rounds, until('2026-03-15T00:00'))).toEqual({ dueAt: china('2026-03-15T00:00'), yellowAt: handling!.yellowAt });
  const corrected = until('2026-03-20T00:00', { steps: [] });
  const later = clocksAfter(corrected, { before: rounds });
  expect(deadlineAmong(later, corrected)!.dueAt).toEqual(china('2026-03-20T00:00'));
});

test('handling that the platform began keeps the platform’s deadline', () => {
  const before = clocksAfter(told([['DISPATCHED', '2026-03-12T09:30']], { from: 'UNDER_REVIEW' }));
  const matter = told([['ACCEPTED', '2026-03-12T09:50']], { from: 'DISPATCHED', dueAt: china('2026-03-13T00:00') });
  const [handling] = before.filter(({ clock }) => clock === 'HANDLING');
  expect(deadlineAmong(clocksAfter(matter, { before }), matter)!.dueAt).toEqual(handling!.dueAt);
});

test('an imported history begins nothing that is over a week old, and what came in ended begins nothing at all', () => {
  const old = told([
    ['REPORTED', '2026-01-05T09:00'],
    ['DISPATCHED', '2026-01-06T09:00'],
    ['ACCEPTED', '2026-03-12T09:00'],
  ]);
  expect(clocksAfter(old).map(({ clock }) => clock)).toEqual(['FEEDBACK']);
  const ended = told([['CLOSED', '2026-03-12T09:30']], { from: 'VERIFIED', isFinal: true });
  expect(clocksAfter(ended)).toEqual([]);
});

test('an end stops every clock, and none of them has anything more to tell', () => {
  const before = clocksAfter(told([['ACCEPTED', '2026-03-12T09:30']], { from: 'REPORTED' }));
  const ended = clocksAfter(told([['CLOSED', '2026-03-12T09:50']], { from: 'ACCEPTED', isFinal: true }), { before });
  expect(ended.map(({ stoppedAt, nextAlarmAt }) => [stoppedAt, nextAlarmAt])).toEqual(before.map(() => [china('2026-03-12T09:50'), null]));
  // Facts alone changed of a matter that ended before: its evaluation goes on.
  const evaluating = clocksAfter(told([['REPORTED', '2026-03-12T09:00']]));
  expect(clocksAfter(told([], { from: 'CLOSED', isFinal: true }), { before: evaluating })).toEqual(evaluating);
});

test('an alarm that fell due before its step was told is not told afterwards', () => {
  const [review] = clocksAfter(told([['REPORTED', '2026-03-07T09:00']]));
  expect(review).toMatchObject({ clock: 'REVIEW', alarmed: 'OVERDUE', nextAlarmAt: null });
  const [, feedback] = clocksAfter(told([['ACCEPTED', '2026-03-07T09:00']], { from: 'REPORTED' }));
  expect(feedback!.nextAlarmAt! > china('2026-03-12T10:00')).toBe(true);
});

test('A80: a year whose days nobody knows keeps no feed from being taken in', () => {
  const dispatched = told([['DISPATCHED', '2027-03-12T09:30']], { from: 'UNDER_REVIEW' });
  expect(clocksAfter(dispatched, { now: '2027-03-12T10:00' })).toEqual([]);
});
