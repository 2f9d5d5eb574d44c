import { EntitySchema } from 'typeorm';

import type { CoverageRecord } from '../ports.js';

/** The columns of a row of `displaced_coverage`. */
export interface DisplacedCoverageColumns extends Omit<CoverageRecord, 'declarationId'> {
  readonly recordedFrom: Date;
  readonly recordedTo: Date | null;
  /** The computation that the row came from. */
  readonly runId: string;
}

/** The table `displaced_coverage`: the covers that lost a share to a rejection, as they were computed. */
export const displacedCoverageTable = new EntitySchema<DisplacedCoverageColumns>({
  name: 'displaced_coverage',
  columns: {
    unitUuid: { name: 'unit_id', type: 'uuid', primary: true },
    layerKey: { name: 'target_layer', type: 'text', primary: true },
    basis: { type: 'text', primary: true },
    linked: { type: 'double precision' },
    omitted: { type: 'double precision' },
    uncovered: { type: 'double precision' },
    doubleCover: { name: 'double_cover', type: 'double precision' },
    validFrom: { name: 'valid_from', type: 'date', primary: true },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz', primary: true },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
    runId: { name: 'run_id', type: 'uuid' },
  },
  checks: [{ name: 'displaced_conservation', expression: 'abs(linked + omitted + uncovered - double_cover - 1) <= 1e-9' }],
});
