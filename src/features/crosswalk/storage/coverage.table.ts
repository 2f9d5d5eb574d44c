import { EntitySchema } from 'typeorm';

import type { CoverageRecord } from '../ports.js';

/** The columns of a row of `coverage`. */
export interface CoverageColumns extends CoverageRecord {
  readonly recordedFrom: Date;
  readonly recordedTo: Date | null;
  readonly runId: string;
}

/** The table `coverage`: how each unit is covered by each other layer. */
export const coverageTable = new EntitySchema<CoverageColumns>({
  name: 'coverage',
  columns: {
    unitUuid: { name: 'unit_id', type: 'uuid', primary: true, foreignKey: { target: 'unit', name: 'coverage_unit_id_fkey' } },
    layerKey: { name: 'target_layer', type: 'text', primary: true, foreignKey: { target: 'layer', name: 'coverage_target_layer_fkey' } },
    basis: { type: 'text', primary: true },
    linked: { type: 'double precision' },
    omitted: { type: 'double precision' },
    uncovered: { type: 'double precision' },
    doubleCover: { name: 'double_cover', type: 'double precision' },
    validFrom: { name: 'valid_from', type: 'date', primary: true },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz', primary: true },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
    runId: { name: 'run_id', type: 'uuid', foreignKey: { target: 'crosswalk_run', name: 'coverage_run_id_fkey' } },
  },
  checks: [{ name: 'conservation', expression: 'abs(linked + omitted + uncovered - double_cover - 1) <= 1e-9' }],
});
