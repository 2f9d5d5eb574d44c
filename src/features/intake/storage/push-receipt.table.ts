import { EntitySchema } from 'typeorm';

import type { ToldRefusal } from '../push/row-outcome.js';

/** The columns of a row of `push_receipt`. */
export interface PushReceiptColumns {
  readonly account: string;
  readonly key: string;
  /** Keyed: good for no guess at what was pushed. */
  readonly inputHash: string;
  readonly runId: string;
  /** A letter for each row, in order. */
  readonly words: string;
  readonly refusals: readonly ToldRefusal[];
  readonly takenAt: Date;
}

/** The table `push_receipt` of a front database: what each push was answered, for the same push again. */
export const pushReceiptTable = new EntitySchema<PushReceiptColumns>({
  name: 'push_receipt',
  columns: {
    account: { type: 'text', primary: true },
    key: { type: 'text', primary: true },
    inputHash: { name: 'input_hash', type: 'text' },
    runId: { name: 'run_id', type: 'uuid' },
    words: { type: 'text' },
    refusals: { type: 'jsonb' },
    takenAt: { name: 'taken_at', type: 'timestamptz' },
  },
});
