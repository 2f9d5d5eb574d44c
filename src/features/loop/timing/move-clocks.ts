import type { LimitUnit, TimeLimit, WorkingCalendar } from '../../clocks/index.js';
import type { Deadline } from '../../matters/index.js';
import { isRunning, type MatterClock } from '../matter-clock.js';
import type { ClockKind, ClockMove } from '../procedure/procedure.js';

/** A limit and where it comes from. */
export interface GivenLimit {
  readonly limit: TimeLimit;
  /** The law, or the document of the city's limits. */
  readonly source: string | null;
}

/** What clocks are moved by. */
export interface MoveTerms {
  readonly at: Date;
  readonly calendar: WorkingCalendar;
  /** The limit of a clock that starts, or of an extension by its name; null where nobody has set one: then it does not run. */
  readonly limitOf: (clock: ClockKind) => GivenLimit | null;
}

/** The clock whose silence is told, and whose due is no deadline of the matter. */
export const feedbackClock: ClockKind = 'FEEDBACK';

/** The rounds of clocks after a step; those that it does not touch stay the same objects. */
export function movedClocks(clocks: readonly MatterClock[], moves: readonly ClockMove[], terms: MoveTerms): readonly MatterClock[] {
  return moves.reduce<readonly MatterClock[]>(
    (now, move) => (move.does === 'EXTEND' ? extended(now, move, terms) : moved[move.does](now, move.clock, terms)),
    clocks,
  );
}

type Move = (clocks: readonly MatterClock[], clock: ClockKind, terms: MoveTerms) => readonly MatterClock[];

const moved: Readonly<Record<Exclude<ClockMove['does'], 'EXTEND'>, Move>> = {
  START: (clocks, clock, terms) => (goingOn(clocks, clock) ? clocks : started(clocks, clock, terms)),
  RESTART: (clocks, clock, terms) => started(stopped(clocks, clock, terms), clock, terms),
  STOP: (clocks, clock, terms) => stopped(clocks, clock, terms),
  PAUSE: (clocks, clock, terms) =>
    changed(clocks, clock, (round) => (isRunning(round) ? withAlarm({ ...round, pausedAt: terms.at }) : round)),
  RESUME: (clocks, clock, terms) => changed(clocks, clock, (round) => (round.pausedAt === null ? round : goingOnFrom(round, terms))),
};

/** The round of a clock that is not over; undefined where there is none. */
export function goingOn(clocks: readonly MatterClock[], clock: ClockKind): MatterClock | undefined {
  return clocks.find((round) => round.clock === clock && round.stoppedAt === null);
}

function changed(clocks: readonly MatterClock[], clock: ClockKind, change: (round: MatterClock) => MatterClock): readonly MatterClock[] {
  const round = goingOn(clocks, clock);
  return round === undefined ? clocks : clocks.map((one) => (one === round ? change(round) : one));
}

/** A clock that rested is stopped as if it had gone on just now: what it rested is nobody's delay. */
function stopped(clocks: readonly MatterClock[], clock: ClockKind, terms: MoveTerms): readonly MatterClock[] {
  return changed(clocks, clock, (round) => withAlarm({ ...resumed(round, terms), pausedAt: null, stoppedAt: terms.at }));
}

/** A clock that was told overdue stays so: no extension undoes that. */
function extended(
  clocks: readonly MatterClock[],
  { clock, by }: Extract<ClockMove, { does: 'EXTEND' }>,
  { calendar, limitOf }: MoveTerms,
): readonly MatterClock[] {
  const given = limitOf(by);
  if (given === null) return clocks;
  return changed(clocks, clock, (round) => {
    const dueAt = calendar.extendedDue(round.dueAt, given.limit);
    const yellowAt = calendar.yellowAt(round.startedAt, dueAt, round.limitUnit as LimitUnit);
    const alarmed = round.alarmed === 'OVERDUE' ? round.alarmed : 'NONE';
    return withAlarm({ ...round, dueAt, yellowAt, alarmed, extended: round.extended + 1 });
  });
}

function started(clocks: readonly MatterClock[], clock: ClockKind, { at, calendar, limitOf }: MoveTerms): readonly MatterClock[] {
  const given = limitOf(clock);
  if (given === null) return clocks;
  const { limit, source } = given;
  const dueAt = calendar.dueAt(at, limit);
  const fresh: MatterClock = {
    clock,
    round: Math.max(0, ...clocks.filter((round) => round.clock === clock).map(({ round }) => round)) + 1,
    startedAt: at,
    limitAmount: limit.amount,
    limitUnit: limit.unit,
    limitSource: source,
    dueAt,
    yellowAt: calendar.yellowAt(at, dueAt, limit.unit),
    pausedAt: null,
    stoppedAt: null,
    extended: 0,
    exemptAt: null,
    alarmed: 'NONE',
    nextAlarmAt: null,
  };
  return [...clocks, withAlarm(fresh)];
}

/** A round that has rested goes on; silence of feedback that was told before is told again an interval later. */
function goingOnFrom(round: MatterClock, terms: MoveTerms): MatterClock {
  const now = withAlarm({ ...resumed(round, terms), pausedAt: null });
  if (now.clock !== feedbackClock || now.alarmed !== 'OVERDUE') return now;
  return { ...now, nextAlarmAt: terms.calendar.dueAt(terms.at, { amount: now.limitAmount, unit: now.limitUnit as LimitUnit }) };
}

function resumed(round: MatterClock, { at, calendar }: MoveTerms): MatterClock {
  if (round.pausedAt === null) return round;
  const unit = round.limitUnit as LimitUnit;
  const dueAt = calendar.resumedDue({ dueAt: round.dueAt, pausedAt: round.pausedAt, unit }, at);
  const yellowAt =
    round.yellowAt <= round.pausedAt ? round.yellowAt : calendar.resumedDue({ dueAt: round.yellowAt, pausedAt: round.pausedAt, unit }, at);
  return { ...round, dueAt, yellowAt };
}

/** The round with the instant of its next alarm: yellow, then overdue; a silent feedback has no yellow; one that rests or is over has none. */
export function withAlarm(round: MatterClock): MatterClock {
  if (!isRunning(round) || round.alarmed === 'OVERDUE') return { ...round, nextAlarmAt: null };
  const isYellowNext = round.alarmed === 'NONE' && round.clock !== feedbackClock;
  return { ...round, nextAlarmAt: isYellowNext ? round.yellowAt : round.dueAt };
}

/** The deadline that a matter shows, and when it is near: the earliest of its running clocks but feedback's; of one that has ended, that of its handling; null where none runs. */
export function deadlineOf(clocks: readonly MatterClock[], isFinal: boolean): Deadline | null {
  const counted = clocks.filter((round) => round.clock !== feedbackClock);
  const shown = isFinal ? counted.filter(({ clock }) => clock === 'HANDLING').slice(-1) : counted.filter(isRunning);
  const first = shown.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.yellowAt.getTime() - b.yellowAt.getTime())[0];
  return first === undefined ? null : { dueAt: first.dueAt, yellowAt: first.yellowAt };
}
