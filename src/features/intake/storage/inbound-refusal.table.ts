import { EntitySchema } from 'typeorm';

/** The columns of a row of `inbound_refusal`. */
export interface InboundRefusalColumns {
  readonly id: string;
  readonly inboundId: string;
  readonly rows: string;
  readonly layerKey: string | null;
  readonly elementKind: string | null;
  /** The office's own id of the record; null where it could not be read. */
  readonly recordId: string | null;
  readonly field: string | null;
  readonly rule: string;
  readonly remedy: string;
  readonly runId: string;
  readonly refusedAt: Date;
}

/** The table `inbound_refusal` of a front database: rows of its queue that were refused, without their values; gone when the record is accepted. */
export const inboundRefusalTable = new EntitySchema<InboundRefusalColumns>({
  name: 'inbound_refusal',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    inboundId: { name: 'inbound_id', type: 'bigint' },
    rows: { type: 'text' },
    layerKey: { name: 'layer_key', type: 'text', nullable: true },
    elementKind: { name: 'element_kind', type: 'text', nullable: true },
    recordId: { name: 'record_id', type: 'text', nullable: true },
    field: { type: 'text', nullable: true },
    rule: { type: 'text' },
    remedy: { type: 'text' },
    runId: { name: 'run_id', type: 'uuid' },
    refusedAt: { name: 'refused_at', type: 'timestamptz' },
  },
  indices: [{ name: 'inbound_refusal_by_record', columns: ['rows', 'recordId'] }],
});
