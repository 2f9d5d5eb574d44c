import type { SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { ObjectRow } from './object-rows.js';
import type { ToldRefusal } from './row-outcome.js';

/** The kinds of rows that an office's system may put into the queue of its front database. */
export const inboundKinds = ['UNITS', 'ELEMENTS', 'COUNTS', 'POSTS', 'MATTERS'] as const;

/** One row of the queue. */
export interface InboundRow {
  readonly id: string;
  readonly rows: (typeof inboundKinds)[number];
  /** Which layer units are of. */
  readonly layerKey: string | null;
  /** Of which kind elements are. */
  readonly elementKind: string | null;
  readonly fields: ObjectRow;
}

/** What became of one row of the queue; a null refusal means that it was accepted. */
export interface InboundEnd {
  readonly row: InboundRow;
  readonly localId: SourceId | null;
  readonly refusal: ToldRefusal | null;
}

/** The queue of a front database into which its office's system writes: one reader at a time, acknowledged row by row. */
export interface InboundQueue {
  /** Whether rows wait; one look without a lock. */
  hasRows(sql: Sql): Promise<boolean>;
  /** Takes the oldest rows, as many as weigh little enough together, at least one; the reader's lock is held to the end of the transaction. */
  take(sql: Sql): Promise<readonly InboundRow[]>;
  /** Removes rows that are done with, keeps the refused ones for the office to see, and forgets what it was told of records that are accepted now. */
  acknowledge(sql: Sql, ends: readonly InboundEnd[], run: { readonly id: string; readonly at: Date }): Promise<void>;
}
