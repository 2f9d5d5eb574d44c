import { EntitySchema } from 'typeorm';

import type { StoredElement } from '../ports.js';
import type { StampedProvenance } from '../records.js';

/** The columns of a row of `element_record`. */
export interface ElementRecordColumns extends StoredElement, StampedProvenance {
  readonly runId: string;
}

/** The table `element_record` of a front database: elements as their keeper keeps them. */
export const elementRecordTable = new EntitySchema<ElementRecordColumns>({
  name: 'element_record',
  columns: {
    kind: { type: 'text', primary: true },
    sourceId: { name: 'source_id', type: 'text', primary: true },
    name: { type: 'text' },
    keeperCode: { name: 'keeper_code', type: 'text' },
    longitude: { type: 'double precision', nullable: true },
    latitude: { type: 'double precision', nullable: true },
    layerKey: { name: 'layer_key', type: 'text', nullable: true },
    unitLocalId: { name: 'unit_local_id', type: 'text', nullable: true },
    facts: { type: 'jsonb', default: {} },
    asOf: { name: 'as_of', type: 'timestamptz' },
    contentHash: { name: 'content_hash', type: 'text' },
    runId: { name: 'run_id', type: 'uuid' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', nullable: true },
  },
});
