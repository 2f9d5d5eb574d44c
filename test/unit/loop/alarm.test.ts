import { alarmOf } from '../../../src/features/loop/alarms/alarm.js';
import type { MatterClock } from '../../../src/features/loop/matter-clock.js';
import { movedClocks, withAlarm } from '../../../src/features/loop/timing/move-clocks.js';
import { china, chineseCalendar, plainCalendar } from '../../support/clocks/calendars.js';

const calendar = chineseCalendar();
const limit = { amount: 2, unit: 'CALENDAR_DAYS' } as const;

const begun = (clock: string, from = china('2026-03-10T10:00')): MatterClock =>
  movedClocks([], [{ clock, does: 'START' }], { at: from, calendar, limitOf: () => ({ limit, source: null }) })[0]!;

test('a clock has nothing to tell before it turns yellow', () => {
  const round = begun('HANDLING');
  expect(alarmOf(round, { at: new Date(round.yellowAt.getTime() - 1), calendar })).toBeNull();
});

test('a clock that nobody looked at for long tells yellow and then overdue, and then nothing', () => {
  const terms = { at: china('2026-04-01T10:00'), calendar };
  const yellow = alarmOf(begun('HANDLING'), terms)!;
  const overdue = alarmOf(yellow.after, terms)!;
  expect([yellow.kind, overdue.kind, alarmOf(overdue.after, terms)]).toEqual(['MATTER_YELLOW', 'MATTER_OVERDUE', null]);
  expect(overdue.dueAt).toEqual(begun('HANDLING').dueAt);
});

test('silence of feedback is told again an interval later, at the same place in it', () => {
  const round = begun('FEEDBACK');
  const first = alarmOf(round, { at: new Date(round.dueAt.getTime() + 1), calendar })!;
  expect([first.kind, first.after.nextAlarmAt]).toEqual(['FEEDBACK_SILENT', calendar.extendedDue(round.dueAt, limit)]);
});

test('silences that passed while nobody could tell of them are not told one after the other', () => {
  const terms = { at: china('2026-04-01T10:00'), calendar };
  const told = alarmOf(begun('FEEDBACK'), terms)!;
  expect(alarmOf(told.after, terms)).toBeNull();
  expect(told.after.nextAlarmAt).toEqual(calendar.dueAt(terms.at, limit));
});

test('a year whose days nobody knows keeps no silence from being told', () => {
  const round = { ...begun('FEEDBACK'), limitUnit: 'WORKING_DAYS' };
  const at = china('2026-12-31T10:00');
  expect(alarmOf({ ...round, nextAlarmAt: at }, { at, calendar: plainCalendar([2026]) })?.after.nextAlarmAt).toEqual(
    china('2027-01-01T10:00'),
  );
});

test('a clock that rests or is over has nothing to tell', () => {
  const at = china('2026-04-01T10:00');
  const round = begun('HANDLING');
  expect(alarmOf(withAlarm({ ...round, pausedAt: round.startedAt }), { at, calendar })).toBeNull();
  expect(alarmOf(withAlarm({ ...round, stoppedAt: round.startedAt }), { at, calendar })).toBeNull();
});

test('silence that was told before a rest is told again an interval after it', () => {
  const round = begun('FEEDBACK');
  const silent = alarmOf(round, { at: new Date(round.dueAt.getTime() + 1), calendar })!.after;
  const terms = { calendar, limitOf: () => null };
  const resting = movedClocks([silent], [{ clock: 'FEEDBACK', does: 'PAUSE' }], { ...terms, at: china('2026-03-14T10:00') });
  const again = movedClocks(resting, [{ clock: 'FEEDBACK', does: 'RESUME' }], { ...terms, at: china('2026-04-14T10:00') });
  expect([resting[0]!.nextAlarmAt, again[0]!.nextAlarmAt]).toEqual([null, calendar.dueAt(china('2026-04-14T10:00'), limit)]);
});
