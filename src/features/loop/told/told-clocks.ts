import type { Clock } from '../../../kernel/clock.js';
import { type CalendarDate, dateIn } from '../../../kernel/dates.js';
import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { CategoryKey } from '../../categories/index.js';
import { type TimeLimits, usualCondition, type WorkingCalendar } from '../../clocks/index.js';
import type { Deadline, MattersTold, ToldMatter } from '../../matters/index.js';
import type { MatterClock } from '../matter-clock.js';
import { feedProcedure } from '../procedure/feed-procedure.js';
import type { ClockKind, ClockMove, Procedure } from '../procedure/procedure.js';
import { toldMoves } from './told-moves.js';
import { beginsNothing, deadlineAmong, roundsAsTold, type ToldRounds, type ToldTerms } from './told-rounds.js';

/** By what the limits of a matter are found. */
export interface LimitedBy {
  readonly uuid: string;
  readonly category: CategoryKey | null;
  /** Lowest first. */
  readonly divisionCodes: readonly DivisionCode[];
  /** Under which it was filed (立案条件); null where no step of ours says so. */
  readonly condition: string | null;
}

/** Keeps the clocks of many matters at once, in the caller's transaction. */
export interface ToldClockStore {
  /** Every round of every clock, by matter. */
  readMany(sql: Sql, matterUuids: readonly string[]): Promise<ReadonlyMap<string, readonly MatterClock[]>>;
  limitedBy(sql: Sql, matterUuids: readonly string[]): Promise<readonly LimitedBy[]>;
  writeMany(sql: Sql, rounds: readonly (MatterClock & { readonly matterUuid: string })[]): Promise<void>;
  setDeadlines(sql: Sql, deadlines: readonly { readonly uuid: string; readonly deadline: Deadline | null }[]): Promise<void>;
}

/** What telling moves clocks by. */
export interface ToldClockParts {
  readonly store: ToldClockStore;
  /** The procedures that offices have of their own. */
  readonly own: ReadonlyMap<DepartmentCode, Procedure>;
  readonly limits: Pick<TimeLimits, 'findAll'>;
  /** The city's calendar as the transaction has it; null where there is no city yet. */
  readonly calendarOf: (sql: Sql) => Promise<WorkingCalendar | null>;
  readonly clock: Clock;
}

type FindLimit = (plan: ToldRounds) => ToldTerms['limitOf'];

/**
 * Moves the clocks of matters as their offices tell of them, as the platform's own steps would. What comes in ended has none: it is history.
 * The deadline of handling that the platform itself began stays the platform's, whatever its office says of it.
 */
export function clocksAsTold(parts: ToldClockParts): MattersTold {
  return async (sql, told) => {
    const plans = await plansFor(
      sql,
      told.filter(({ isNew, isFinal }) => !(isNew && isFinal)),
      parts,
    );
    const calendar = plans.length === 0 ? null : await parts.calendarOf(sql);
    if (calendar === null) return;
    const now = parts.clock.now();
    const limitsOf = await limitsFor(sql, plans, { ...parts, timeZone: calendar.timeZone, now });
    const timed = plans.map((plan) => {
      const rounds = roundsAsTold(plan, { calendar, limitOf: limitsOf(plan), now });
      return { ...plan, rounds, changed: rounds.filter((round) => !plan.before.includes(round)) };
    });
    await parts.store.writeMany(
      sql,
      timed.flatMap(({ matter, changed }) => changed.map((round) => ({ ...round, matterUuid: matter.uuid }))),
    );
    await parts.store.setDeadlines(
      sql,
      timed.flatMap(({ matter, rounds }) => shown(matter, rounds)),
    );
  };
}

/** Matters with clocks or with something told that moves any. */
async function plansFor(sql: Sql, told: readonly ToldMatter[], { store, own }: ToldClockParts): Promise<readonly ToldRounds[]> {
  const held = told.flatMap(({ uuid, isNew }) => (isNew ? [] : [uuid]));
  const rounds = held.length === 0 ? new Map<string, readonly MatterClock[]>() : await store.readMany(sql, held);
  const plans = told.map((matter) => {
    const steps = toldMoves(own.get(matter.department) ?? feedProcedure, matter);
    return { matter, before: rounds.get(matter.uuid) ?? [], steps };
  });
  return plans.filter(({ before, steps }) => before.length > 0 || steps.some(({ moves }) => moves.length > 0));
}

function shown(
  matter: ToldMatter,
  rounds: readonly MatterClock[],
): readonly { readonly uuid: string; readonly deadline: Deadline | null }[] {
  const deadline = rounds.length === 0 ? undefined : deadlineAmong(rounds, matter);
  return deadline === undefined ? [] : [{ uuid: matter.uuid, deadline }];
}

interface Wanted {
  readonly clock: ClockKind;
  readonly at: CalendarDate;
}

/** Every limit that the plans may need: the law's own first, as no city sets another; the city's in one statement. */
async function limitsFor(
  sql: Sql,
  plans: readonly ToldRounds[],
  { store, own, limits, timeZone, now }: ToldClockParts & { readonly timeZone: string; readonly now: Date },
): Promise<FindLimit> {
  const wanted = plans.map((plan) => ({ plan, of: wantedBy(plan, timeZone, now) })).filter(({ of }) => of.length > 0);
  const by = new Map(
    (
      await store.limitedBy(
        sql,
        wanted.map(({ plan }) => plan.matter.uuid),
      )
    ).map((one) => [one.uuid, one]),
  );
  const questionOf = ({ matter }: ToldRounds, { clock, at }: Wanted) => {
    const { category, divisionCodes, condition } = by.get(matter.uuid)!;
    const procedure = own.get(matter.department);
    return {
      procedure: procedure?.key ?? 'common',
      clock,
      at,
      category,
      divisionCodes,
      condition: (procedure && condition) ?? usualCondition,
    };
  };
  const questions = new Map(
    wanted.flatMap(({ plan, of }) => of.map((one) => questionOf(plan, one))).map((asked) => [JSON.stringify(asked), asked]),
  );
  const found = await limits.findAll(sql, [...questions.values()]);
  const byQuestion = new Map([...questions.keys()].map((key, place) => [key, found[place] ?? null]));
  return (plan) => (clock, at) => {
    const lawful = own.get(plan.matter.department)?.limits.find((limit) => limit.clock === clock);
    if (lawful !== undefined || !by.has(plan.matter.uuid)) return lawful ?? null;
    return byQuestion.get(JSON.stringify(questionOf(plan, { clock, at: dateIn(timeZone, at) }))) ?? null;
  };
}

function wantedBy({ matter, steps }: ToldRounds, timeZone: string, now: Date): readonly Wanted[] {
  const beginning = steps.filter(({ at }) => !beginsNothing(matter, at, now));
  return beginning.flatMap(({ at, moves }) => moves.flatMap(limitNeeded).map((clock) => ({ clock, at: dateIn(timeZone, at) })));
}

function limitNeeded(move: ClockMove): readonly ClockKind[] {
  if (move.does === 'EXTEND') return [move.by];
  return move.does === 'START' || move.does === 'RESTART' ? [move.clock] : [];
}
