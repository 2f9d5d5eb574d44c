import { EntitySchema } from 'typeorm';

import type { CoverageRecord } from '../ports.js';
import { coverageColumnsTold } from './coverage.table.js';

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
    ...coverageColumnsTold,
    runId: { name: 'run_id', type: 'uuid' },
  },
  checks: [{ name: 'displaced_conservation', expression: 'abs(linked + omitted + uncovered - double_cover - 1) <= 1e-9' }],
});
