import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { DueWork } from '../alarms/due-work.js';
import type { SuspensionStore } from './ports.js';

/** What ending suspensions needs. */
export interface SuspensionEndParts {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly suspensions: SuspensionStore;
  /** Takes a step of a matter that the transaction holds, in nobody's name. */
  readonly takeByItself: (sql: Sql, matterUuid: string, step: string) => Promise<void>;
}

/** Resumes matters whose suspension has come to its last day, each in a transaction of its own; of one that its office moved on meanwhile the suspension alone ends. */
export class SuspensionEnds implements DueWork {
  readonly #parts: SuspensionEndParts;

  constructor(parts: SuspensionEndParts) {
    this.#parts = parts;
  }

  nextAt(): Promise<Date | null> {
    return this.#parts.suspensions.nextEnd(this.#parts.sql);
  }

  doDue(at: Date): Promise<number> {
    const { inTransaction, suspensions, takeByItself } = this.#parts;
    return inTransaction(async (sql) => {
      const ended = await suspensions.holdEnded(sql, at);
      if (ended === null) return 0;
      const { matterUuid, isSuspended } = ended;
      if (isSuspended) await takeByItself(sql, matterUuid, 'resumeMatter');
      else await suspensions.end(sql, matterUuid, at);
      return 1;
    });
  }
}
