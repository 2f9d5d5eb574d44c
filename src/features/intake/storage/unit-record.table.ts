import { EntitySchema } from 'typeorm';

import type { StoredUnit } from '../ports.js';
import type { StampedProvenance } from '../records.js';

/** The columns of a row of `unit_record`. */
export interface UnitRecordColumns extends StoredUnit, StampedProvenance {}

/** The table `unit_record` of a front database: units as their office keeps them. */
export const unitRecordTable = new EntitySchema<UnitRecordColumns>({
  name: 'unit_record',
  columns: {
    layerKey: { name: 'layer_key', type: 'text', primary: true },
    localId: { name: 'local_id', type: 'text', primary: true },
    generation: { type: 'integer', primary: true, default: 1 },
    name: { type: 'text' },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    households: { type: 'integer', nullable: true },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    boundary: { type: 'jsonb', nullable: true },
    members: { type: 'text', array: true, default: [] },
    buildings: { type: 'text', array: true, default: [] },
    asOf: { name: 'as_of', type: 'date' },
    contentHash: { name: 'content_hash', type: 'text' },
    runId: { name: 'run_id', type: 'uuid' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', nullable: true },
  },
});
