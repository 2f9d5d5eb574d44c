import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { inboundKinds, type InboundRow } from '../push/inbound-queue.js';

/** The columns of a row of `inbound`. */
export interface InboundColumns extends InboundRow {
  readonly enqueuedAt: Date;
}

/** The table `inbound` of a front database: rows that the office's own system has put there, to be taken and judged. */
export const inboundTable = new EntitySchema<InboundColumns>({
  name: 'inbound',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    rows: { type: 'text' },
    layerKey: { name: 'layer_key', type: 'text', nullable: true },
    elementKind: { name: 'element_kind', type: 'text', nullable: true },
    fields: { type: 'jsonb' },
    enqueuedAt: { name: 'enqueued_at', type: 'timestamptz', default: () => 'clock_timestamp()' },
  },
  checks: [
    { name: 'inbound_rows_check', expression: oneOf('rows', inboundKinds) },
    { name: 'inbound_fields_check', expression: "jsonb_typeof(fields) = 'object' and octet_length(fields::text) <= 1048576" },
  ],
});
