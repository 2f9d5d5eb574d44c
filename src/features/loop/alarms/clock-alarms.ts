import { uuidOf } from '../../../kernel/ids.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { WorkingCalendars } from '../../clocks/index.js';
import type { AlarmStore, DueClock, ToldAlarm } from '../ports.js';
import { alarmOf, type AlarmTerms } from './alarm.js';
import type { DueWork } from './due-work.js';
import { tellAlarms, type TellingParts } from './tell-alarms.js';

/** What telling alarms needs. */
export interface ClockAlarmParts extends TellingParts {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly store: AlarmStore;
  readonly calendars: WorkingCalendars;
}

const mattersInABatch = 100;

/**
 * Tells each alarm of each clock once: what has been told and the event that tells it are one transaction, made under the lock of the
 * matter that every step takes first. So a step and an alarm never write one clock at once, and of two processes one tells.
 */
export class ClockAlarms implements DueWork {
  readonly #parts: ClockAlarmParts;

  constructor(parts: ClockAlarmParts) {
    this.#parts = parts;
  }

  nextAt(): Promise<Date | null> {
    return this.#parts.store.nextAt(this.#parts.sql);
  }

  doDue(at: Date): Promise<number> {
    const { inTransaction, store, calendars } = this.#parts;
    const terms = { at, calendar: calendars.current() };
    return inTransaction(async (sql) => {
      const due = await store.due(sql, at, mattersInABatch);
      const told = due.flatMap((clock) => toldOf(clock, terms));
      await store.keep(sql, told);
      await tellAlarms(
        sql,
        told.map(({ notice }) => notice),
        this.#parts,
      );
      return told.length;
    });
  }
}

function toldOf({ matter, round }: DueClock, terms: AlarmTerms): readonly ToldAlarm[] {
  const alarm = alarmOf(round, terms);
  if (alarm === null) return [];
  const { kind, dueAt, after } = alarm;
  const eventId = uuidOf('matter-alarm', matter.uuid, round.clock, String(round.round), kind, dueAt.toISOString());
  const payload = { clock: round.clock, round: round.round, dueAt };
  return [{ notice: { eventId, matter, kind, payload, at: terms.at }, after }];
}
