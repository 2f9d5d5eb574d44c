import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type FeedKind, feedKinds } from '../ports.js';

/** The columns of a row of `change_feed`. */
export interface ChangeFeedColumns {
  readonly id: string;
  readonly kind: FeedKind;
  /** The key of the record in its own table, in the order of its columns. */
  readonly recordKey: readonly string[];
  readonly enqueuedAt: Date;
}

/** The table `change_feed` of a front database: the queue of records that changed. */
export const changeFeedTable = new EntitySchema<ChangeFeedColumns>({
  name: 'change_feed',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    kind: { type: 'text' },
    recordKey: { name: 'record_key', type: 'text', array: true },
    enqueuedAt: { name: 'enqueued_at', type: 'timestamptz', default: () => 'clock_timestamp()' },
  },
  checks: [{ name: 'change_feed_kind_check', expression: oneOf('kind', feedKinds) }],
});
