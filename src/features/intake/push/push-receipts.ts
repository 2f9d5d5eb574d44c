import type { Sql } from '../../../kernel/sql.js';
import type { ToldRefusal } from './row-outcome.js';

/** What one push was answered. */
export interface PushReceipt {
  readonly account: string;
  readonly key: string;
  /** Keyed by the office: good for no guess at what was pushed. */
  readonly inputHash: string;
  readonly runId: string;
  /** A letter for each row, in order: the first of its outcome where it was accepted, as {@link letters} tells. */
  readonly words: string;
  /** One for each refused row, in order. */
  readonly refusals: readonly ToldRefusal[];
}

/** Keeps, in a front database, what pushes were answered: in the transaction that takes their rows, so that a retry is answered alike. */
export interface PushReceipts {
  find(sql: Sql, push: Pick<PushReceipt, 'account' | 'key'>): Promise<PushReceipt | null>;
  /** Keeps one, and forgets those that are older than the days of keeping. */
  put(sql: Sql, receipt: PushReceipt, at: Date): Promise<void>;
}

/** Days for which a push is answered alike when it comes again. */
export const receiptDays = 30;
