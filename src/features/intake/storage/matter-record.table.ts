import { EntitySchema } from 'typeorm';

import type { MatterRecord } from '../records.js';

/** The columns of a row of `matter_record`. */
export interface MatterRecordColumns extends Omit<MatterRecord, 'own' | 'sealedPart'> {
  readonly runId: string;
}

/** The table `matter_record` of a front database: matters as their office keeps them, their text included where it is not sealed. */
export const matterRecordTable = new EntitySchema<MatterRecordColumns>({
  name: 'matter_record',
  columns: {
    localId: { name: 'local_id', type: 'text', primary: true },
    source: { type: 'text' },
    title: { type: 'text' },
    text: { type: 'text', nullable: true },
    standard: { type: 'text', nullable: true },
    categoryKind: { name: 'category_kind', type: 'text', nullable: true },
    categoryCode: { name: 'category_code', type: 'text', nullable: true },
    state: { type: 'text' },
    officeState: { name: 'office_state', type: 'text', nullable: true },
    keeperCode: { name: 'keeper_code', type: 'text' },
    leadCodes: { name: 'lead_codes', type: 'text', array: true, default: [] },
    supportCodes: { name: 'support_codes', type: 'text', array: true, default: [] },
    longitude: { type: 'double precision', nullable: true },
    latitude: { type: 'double precision', nullable: true },
    layerKey: { name: 'layer_key', type: 'text', nullable: true },
    unitLocalId: { name: 'unit_local_id', type: 'text', nullable: true },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    reportedAt: { name: 'reported_at', type: 'timestamptz' },
    dueAt: { name: 'due_at', type: 'timestamptz', nullable: true },
    steps: { type: 'jsonb', default: [] },
    sealed: { type: 'boolean', default: false },
    staysHome: { name: 'stays_home', type: 'boolean', default: false },
    contentHash: { name: 'content_hash', type: 'text' },
    runId: { name: 'run_id', type: 'uuid' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', nullable: true },
  },
});
