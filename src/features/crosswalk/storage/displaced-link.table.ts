import { EntitySchema } from 'typeorm';

import type { LinkRecord } from '../ports.js';

/** The columns of a row of `displaced_link`. */
export interface DisplacedLinkColumns extends Omit<LinkRecord, 'declarationId'> {
  readonly recordedFrom: Date;
  readonly recordedTo: Date | null;
  /** The computation that the row came from. */
  readonly runId: string;
}

/** The table `displaced_link`: computed links of rejected pairs, whole as they were computed. */
export const displacedLinkTable = new EntitySchema<DisplacedLinkColumns>({
  name: 'displaced_link',
  columns: {
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
    runId: { name: 'run_id', type: 'uuid' },
    householdCounts: { name: 'household_counts', type: 'jsonb', nullable: true },
  },
});
