import { dateIn } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import { type TimeLimits, usualCondition, type WorkingCalendars } from '../../clocks/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Deadline, Matter } from '../../matters/index.js';
import type { ClockStore } from '../ports.js';
import { type ClockKind, type ClockMove, lawfulLimit, type LimitName, type Procedure } from '../procedure/procedure.js';
import { deadlineOf, type GivenLimit, movedClocks } from './move-clocks.js';

/** What the clocks of a matter are moved by. */
export interface TimingParts {
  readonly store: ClockStore;
  readonly limits: Pick<TimeLimits, 'find'>;
  readonly calendars: WorkingCalendars;
}

/** A step as its clocks see it. */
export interface TimedStep {
  readonly matter: Matter;
  readonly procedure: Procedure;
  readonly moves: readonly ClockMove[];
  readonly condition: string | null;
  readonly isFinal: boolean;
  readonly model: CityModel;
  readonly at: Date;
}

/** What moving the clocks of a matter came to. */
export interface MovedClocks {
  readonly deadline: Deadline | null;
  readonly written: Promise<void>;
}

/** Starts, stops and rests the clocks of matters. */
export class MatterTiming {
  readonly #parts: TimingParts;

  constructor(parts: TimingParts) {
    this.#parts = parts;
  }

  /**
   * Moves the clocks of a held matter and answers its deadline, and when they are written: the statement flies with those that are asked for
   * in the same turn. Throws `DATE_INVALID` where a count comes to a year whose days nobody knows.
   */
  async move(sql: Sql, timed: TimedStep): Promise<MovedClocks> {
    const { store, calendars } = this.#parts;
    const { matter, moves, isFinal, at } = timed;
    if (moves.length === 0 && !isFinal) return { deadline: standing(matter), written: Promise.resolve() };
    const [before, limits] = await Promise.all([store.read(sql, matter.uuid), this.#limitsOf(sql, timed)]);
    const limitOf = (clock: ClockKind): GivenLimit | null => limits.get(clock) ?? null;
    const after = movedClocks(before, moves, { at, calendar: calendars.current(), limitOf });
    const changed = after.filter((round) => !before.includes(round));
    // A matter that no clock of ours ever timed keeps the deadline that its office gave it.
    const deadline = after.length === 0 ? standing(matter) : (deadlineOf(after, isFinal) ?? (isFinal ? standing(matter) : null));
    return { deadline, written: store.write(sql, matter.uuid, changed) };
  }

  /** When a limit of the law ends that began at an instant. Throws `DATE_INVALID` for a year whose days nobody knows. */
  lawfulEnd(procedure: Procedure, name: LimitName, from: Date): Date {
    return this.#parts.calendars.current().dueAt(from, lawfulLimit(procedure, name));
  }

  /** The law's own limits first: no city sets another. */
  async #limitsOf(sql: Sql, timed: TimedStep): Promise<ReadonlyMap<ClockKind, GivenLimit>> {
    const found = new Map<ClockKind, GivenLimit>();
    for (const move of timed.moves) {
      const name = move.does === 'EXTEND' ? move.by : move.clock;
      if (!['START', 'RESTART', 'EXTEND'].includes(move.does)) continue;
      const given = timed.procedure.limits.find((limit) => limit.clock === name) ?? (await this.#cityLimit(sql, name, timed));
      if (given !== null) found.set(name, given);
    }
    return found;
  }

  #cityLimit(sql: Sql, clock: ClockKind, { matter, procedure, condition, model, at }: TimedStep): Promise<GivenLimit | null> {
    const { standard, categoryKind: kind, categoryCode: code, divisionCode } = matter;
    return this.#parts.limits.find(sql, {
      procedure: procedure.key,
      clock,
      category: standard === null || kind === null || code === null ? null : { standard, kind, code },
      divisionCodes: divisionCode === null ? [] : model.divisions.pathOf(divisionCode).map((division) => division.code),
      condition: condition ?? usualCondition,
      at: dateIn(model.city.timeZone, at),
    });
  }
}

/** The deadline as it stands. */
function standing({ dueAt, yellowAt }: Matter): Deadline | null {
  return dueAt === null || yellowAt === null ? null : { dueAt, yellowAt };
}
