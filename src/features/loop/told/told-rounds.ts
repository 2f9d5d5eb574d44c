import { CityError } from '../../../kernel/city-error.js';
import type { LimitUnit, WorkingCalendar } from '../../clocks/index.js';
import type { Deadline, ToldMatter } from '../../matters/index.js';
import { alarmOf } from '../alarms/alarm.js';
import { isRunning, type MatterClock } from '../matter-clock.js';
import type { ClockKind } from '../procedure/procedure.js';
import { deadlineOf, type GivenLimit, movedClocks, withAlarm } from '../timing/move-clocks.js';
import type { ToldMoves } from './told-moves.js';

/** What gives a clock its time where an office's own record says until when a matter is to be handled. */
export const officesOwnDeadline = '部门登记的办理期限';

/** What clocks are moved by as offices tell. */
export interface ToldTerms {
  readonly calendar: WorkingCalendar;
  readonly limitOf: (clock: ClockKind, at: Date) => GivenLimit | null;
  /** When the office tells. */
  readonly now: Date;
}

/** A told matter, its clocks before, and what is told of it. */
export interface ToldRounds {
  readonly matter: ToldMatter;
  readonly before: readonly MatterClock[];
  readonly steps: readonly ToldMoves[];
}

const handling: ClockKind = 'HANDLING';
const dayMs = 86_400_000;
/** What was done longer ago begins no clock when it is told: history that is imported has nobody who could still keep its time. */
const begunWithinMs = 7 * dayMs;

/**
 * The clocks of a matter after what its office told. The office's own deadline stands for handling that it told of. A step of more than a
 * week ago begins nothing, and an alarm that fell due before its step was told is not told afterwards: the light shows it.
 */
export function roundsAsTold(told: ToldRounds, terms: ToldTerms): readonly MatterClock[] {
  const { matter, before, steps } = told;
  const endedAt = matter.isFinal ? steps.at(-1)?.at : undefined;
  try {
    const moved = steps.reduce((rounds, step) => afterStep(rounds, step, { matter, terms }), before);
    const ended = endedAt === undefined ? moved : stoppedAll(moved, endedAt, terms);
    const timed = ended.map((round) => byTheOffice(round, matter, terms.calendar));
    return timed.map((round) => (hadBegun(round, before) ? round : mutedUntil(round, terms)));
  } catch (refusal) {
    // Days that nobody knows keep no feed from being taken in: what cannot be counted is not begun, and what ended is stopped as it stands.
    if (!(refusal instanceof CityError) || refusal.code !== 'DATE_INVALID') throw refusal;
    return before.map((round) => (endedAt === undefined || round.stoppedAt !== null ? round : withAlarm({ ...round, stoppedAt: endedAt })));
  }
}

/** Whether a told step begins no clock, whatever the table says: it is history, or its matter has ended. */
export function beginsNothing({ isFinal }: ToldMatter, at: Date, now: Date): boolean {
  return isFinal || now.getTime() - at.getTime() > begunWithinMs;
}

/** The deadline that a matter shows with these clocks; undefined where its office's own record holds. */
export function deadlineAmong(rounds: readonly MatterClock[], { isFinal, dueAt }: ToldMatter): Deadline | null | undefined {
  const timedHere = rounds.some(({ clock, limitSource }) => clock === handling && limitSource !== officesOwnDeadline);
  if (dueAt === null || timedHere) return deadlineOf(rounds, isFinal) ?? (isFinal ? undefined : null);
  const byIt = rounds.find((round) => round.dueAt.getTime() === dueAt.getTime() && (isFinal || isRunning(round)));
  return byIt && { dueAt, yellowAt: byIt.yellowAt };
}

interface AtStep {
  readonly matter: ToldMatter;
  readonly terms: ToldTerms;
}

function afterStep(rounds: readonly MatterClock[], { at, moves }: ToldMoves, { matter, terms }: AtStep): readonly MatterClock[] {
  const done = beginsNothing(matter, at, terms.now) ? moves.filter(({ does }) => does !== 'START' && does !== 'RESTART') : moves;
  const limitOf = (clock: ClockKind): GivenLimit | null => {
    const given = terms.limitOf(clock, at);
    return clock === handling && matter.dueAt !== null ? officesLimit(given, matter.dueAt, at) : given;
  };
  // A clock that begins and ends with one told step has timed nobody.
  return movedClocks(rounds, done, { at, calendar: terms.calendar, limitOf }).filter(
    (round) => rounds.includes(round) || round.stoppedAt === null || round.stoppedAt > round.startedAt,
  );
}

function officesLimit(given: GivenLimit | null, dueAt: Date, at: Date): GivenLimit {
  const days = Math.max(1, Math.ceil((dueAt.getTime() - at.getTime()) / dayMs));
  return { limit: given?.limit ?? { amount: days, unit: 'CALENDAR_DAYS' }, source: officesOwnDeadline };
}

function stoppedAll(rounds: readonly MatterClock[], at: Date, { calendar }: ToldTerms): readonly MatterClock[] {
  const moves = rounds.flatMap(({ clock, stoppedAt }) => (stoppedAt === null ? { clock, does: 'STOP' as const } : []));
  return movedClocks(rounds, moves, { at, calendar, limitOf: () => null });
}

/** A round that an office gave its time to has the deadline that its record has now. */
function byTheOffice(round: MatterClock, { dueAt }: ToldMatter, calendar: WorkingCalendar): MatterClock {
  if (dueAt === null || round.limitSource !== officesOwnDeadline || !isRunning(round)) return round;
  if (round.dueAt.getTime() === dueAt.getTime()) return round;
  const yellow = calendar.yellowAt(round.startedAt, dueAt, round.limitUnit as LimitUnit);
  const alarmed = round.alarmed === 'OVERDUE' ? round.alarmed : 'NONE';
  return withAlarm({ ...round, dueAt, yellowAt: yellow < dueAt ? yellow : dueAt, alarmed });
}

function hadBegun({ clock, round }: MatterClock, before: readonly MatterClock[]): boolean {
  return before.some((one) => one.clock === clock && one.round === round);
}

function mutedUntil(round: MatterClock, { calendar, now }: Pick<ToldTerms, 'calendar' | 'now'>): MatterClock {
  const alarm = alarmOf(round, { at: now, calendar });
  return alarm === null ? round : mutedUntil(alarm.after, { calendar, now });
}
