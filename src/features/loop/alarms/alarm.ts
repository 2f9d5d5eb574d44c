import type { LimitUnit, WorkingCalendar } from '../../clocks/index.js';
import type { MatterClock } from '../matter-clock.js';
import { feedbackClock, withAlarm } from '../timing/move-clocks.js';

/** What a clock tells by itself, in the event log's words: it turned yellow, it ran out, feedback did not come. */
export const alarmKinds = ['MATTER_YELLOW', 'MATTER_OVERDUE', 'FEEDBACK_SILENT'] as const;

/** One of {@link alarmKinds}. */
export type AlarmKind = (typeof alarmKinds)[number];

/** One alarm that is told, and the round of the clock as it stands when it has been told. */
export interface Alarm {
  readonly kind: AlarmKind;
  /** What was not kept: the deadline of the round; of repeated silence the end of the last interval. */
  readonly dueAt: Date;
  readonly after: MatterClock;
}

/** When and by which calendar alarms are told. */
export interface AlarmTerms {
  readonly at: Date;
  readonly calendar: WorkingCalendar;
}

const dayMs = 86_400_000;

/** The alarm that a round has to tell now; null where it has none to tell yet. Yellow comes before overdue also where both are late. */
export function alarmOf(round: MatterClock, terms: AlarmTerms): Alarm | null {
  const { nextAlarmAt, dueAt } = round;
  if (nextAlarmAt === null || nextAlarmAt > terms.at) return null;
  if (round.clock === feedbackClock) {
    const after = { ...round, alarmed: 'OVERDUE' as const, nextAlarmAt: silentAgainAt(round, nextAlarmAt, terms) };
    return { kind: 'FEEDBACK_SILENT', dueAt: nextAlarmAt, after };
  }
  if (round.alarmed === 'NONE') return { kind: 'MATTER_YELLOW', dueAt, after: withAlarm({ ...round, alarmed: 'YELLOW' }) };
  return { kind: 'MATTER_OVERDUE', dueAt, after: withAlarm({ ...round, alarmed: 'OVERDUE' }) };
}

/** The end of the next interval of silence; intervals that passed while nobody could tell of them are not told afterwards. */
function silentAgainAt({ limitAmount, limitUnit }: MatterClock, told: Date, { at, calendar }: AlarmTerms): Date {
  const limit = { amount: limitAmount, unit: limitUnit as LimitUnit };
  try {
    const next = calendar.extendedDue(told, limit);
    return next > at ? next : calendar.dueAt(at, limit);
  } catch {
    // A year whose days nobody knows yet must not silence what can be told today.
    return new Date(at.getTime() + dayMs);
  }
}
