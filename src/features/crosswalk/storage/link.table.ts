import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { linkBases } from '../link-basis.js';
import type { LinkRecord } from '../ports.js';

/** The columns of a row of `link`. */
export interface LinkTableColumns extends LinkRecord {
  readonly recordedFrom: Date;
  readonly recordedTo: Date | null;
  /** The computation that the link rests on; null where it rests on a declaration alone. */
  readonly runId: string | null;
}

/** The columns that a link has whether it answers or was displaced by a rejection. */
export const linkColumnsTold = {
  sourceUuid: { name: 'source_id', type: 'uuid', primary: true },
  targetUuid: { name: 'target_id', type: 'uuid', primary: true },
  basis: { type: 'text', primary: true },
  weight: { type: 'double precision' },
  inverseWeight: { name: 'inverse_weight', type: 'double precision' },
  areaM2: { name: 'area_m2', type: 'double precision', nullable: true },
  confidence: { type: 'real' },
  validFrom: { name: 'valid_from', type: 'date', primary: true },
  validTo: { name: 'valid_to', type: 'date', nullable: true },
  recordedFrom: { name: 'recorded_from', type: 'timestamptz', primary: true },
  recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  householdCounts: { name: 'household_counts', type: 'jsonb', nullable: true },
} as const;

/** The table `link`: each link of two units once for both ways. */
export const linkTable = new EntitySchema<LinkTableColumns>({
  name: 'link',
  columns: {
    ...linkColumnsTold,
    runId: { name: 'run_id', type: 'uuid', nullable: true },
    declarationId: { name: 'declaration_id', type: 'uuid', nullable: true },
  },
  indices: [
    { name: 'link_by_target', columns: ['targetUuid'], where: 'recorded_to is null' },
    { name: 'link_by_code', columns: ['basis'], where: `recorded_to is null and basis = 'CODE'` },
  ],
  checks: [
    { name: 'link_basis_check', expression: oneOf('basis', linkBases) },
    { name: 'link_weight_check', expression: 'weight > 0 and weight <= 1 + 1e-9' },
    { name: 'link_inverse_weight_check', expression: 'inverse_weight > 0 and inverse_weight <= 1 + 1e-9' },
    { name: 'link_confidence_check', expression: 'confidence between 0 and 1' },
    { name: 'link_evidence_check', expression: 'run_id is not null or declaration_id is not null' },
  ],
});
