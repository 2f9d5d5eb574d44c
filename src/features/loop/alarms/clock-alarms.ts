import { uuidOf } from '../../../kernel/ids.js';
import type { Outbound, OutboundStep } from '../../../kernel/outbound.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { WorkingCalendars } from '../../clocks/index.js';
import type { AlarmStore, DueClock, ToldAlarm } from '../ports.js';
import { alarmOf, type AlarmTerms } from './alarm.js';
import type { DueWork } from './due-work.js';

/** What telling alarms needs. */
export interface ClockAlarmParts {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly store: AlarmStore;
  readonly outbound: Outbound;
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
    const { inTransaction, store, outbound, calendars } = this.#parts;
    const terms = { at, calendar: calendars.current() };
    return inTransaction(async (sql) => {
      const due = await store.due(sql, at, mattersInABatch);
      const told = due.flatMap((clock) => toldOf(clock, terms));
      await store.tell(sql, told);
      await outbound.append(sql, told.flatMap(forOffice));
      return told.length;
    });
  }
}

function toldOf({ matter, round }: DueClock, terms: AlarmTerms): readonly ToldAlarm[] {
  const alarm = alarmOf(round, terms);
  if (alarm === null) return [];
  const { kind, dueAt, after } = alarm;
  const eventId = uuidOf('matter-alarm', matter.uuid, round.clock, String(round.round), kind, dueAt.toISOString());
  return [{ eventId, matter, kind, clock: round.clock, round: round.round, dueAt, at: terms.at, after }];
}

/** What the office in whose register the matter stands is told; nothing for one that was born on the platform. */
function forOffice({ eventId, matter, kind, clock, round, dueAt, at }: ToldAlarm): readonly OutboundStep[] {
  const { department, bornIn, localId } = matter;
  if (department === null || bornIn === 'PLATFORM') return [];
  return [{ eventId, department, kind: 'MATTER_ALARM', recordKey: [localId], body: { alarm: kind, clock, round, dueAt }, happenedAt: at }];
}
