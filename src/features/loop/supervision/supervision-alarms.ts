import { uuidOf } from '../../../kernel/ids.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { DueWork } from '../alarms/due-work.js';
import { tellAlarms, type TellingParts } from '../alarms/tell-alarms.js';
import type { Notice } from '../ports.js';
import type { SupervisionStore, UnansweredSupervision } from './ports.js';

/** What telling of unanswered supervisions needs. */
export interface SupervisionAlarmParts extends TellingParts {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly supervisions: SupervisionStore;
}

/** Tells of each supervision that nobody answered in time, once. */
export class SupervisionAlarms implements DueWork {
  readonly #parts: SupervisionAlarmParts;

  constructor(parts: SupervisionAlarmParts) {
    this.#parts = parts;
  }

  nextAt(): Promise<Date | null> {
    return this.#parts.supervisions.nextDue(this.#parts.sql);
  }

  doDue(at: Date): Promise<number> {
    const { inTransaction, supervisions } = this.#parts;
    return inTransaction(async (sql) => {
      const due = await supervisions.tellDue(sql, at);
      await tellAlarms(
        sql,
        due.map((one) => noticeOf(one, at)),
        this.#parts,
      );
      return due.length;
    });
  }
}

function noticeOf({ matter, version, dueAt }: UnansweredSupervision, at: Date): Notice {
  const eventId = uuidOf('supervision-unanswered', matter.uuid, String(version));
  return { eventId, matter, kind: 'SUPERVISION_UNANSWERED', payload: { supervision: version, dueAt }, at };
}
