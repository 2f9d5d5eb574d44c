import type { CalendarDate } from '../../../kernel/dates.js';
import type { InTransaction } from '../../../kernel/sql.js';
import type { DueWork } from '../alarms/due-work.js';
import { type DuplicateWindow, proposalsOf } from './duplicate-window.js';
import type { DuplicateStore } from './ports.js';

/** What searching for duplicates needs. */
export interface DuplicateSearchParts {
  readonly inTransaction: InTransaction;
  readonly duplicates: DuplicateStore;
  readonly window: DuplicateWindow;
  /** The day in the city at an instant. */
  readonly dayAt: (at: Date) => CalendarDate;
}

const mattersInABatch = 500;

/**
 * Proposes new matters as duplicates of open ones, whichever office they came from; only a person decides. It follows the event log from
 * a stored position: proposals and position are one transaction, so that each new matter is looked at once, by whichever process, and a
 * crash only means that a batch is done again.
 */
export class DuplicateSearch implements DueWork {
  readonly #parts: DuplicateSearchParts;

  constructor(parts: DuplicateSearchParts) {
    this.#parts = parts;
  }

  /** Never: a proposal is owed at no instant, it is made whenever the scheduler wakes. */
  nextAt(): Promise<null> {
    return Promise.resolve(null);
  }

  /** Answers how many events it has passed. */
  doDue(at: Date): Promise<number> {
    const { inTransaction, duplicates, window, dayAt } = this.#parts;
    return inTransaction(async (sql) => {
      const mark = await duplicates.holdMark(sql);
      if (mark === null) return 0;
      const { matterUuids, upTo } = await duplicates.recordedAfter(sql, mark, mattersInABatch);
      if (upTo <= mark) return 0;
      if (matterUuids.length > 0) {
        const candidates = await duplicates.candidates(sql, matterUuids, { window, today: dayAt(at) });
        await duplicates.propose(sql, proposalsOf(candidates, window), at);
      }
      await duplicates.moveMark(sql, upTo);
      return upTo - mark;
    });
  }
}
