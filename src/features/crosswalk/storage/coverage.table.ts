import { EntitySchema } from 'typeorm';

import type { CoverageRecord } from '../ports.js';

/** The columns of a row of `coverage`. */
export interface CoverageTableColumns extends CoverageRecord {
  readonly recordedFrom: Date;
  readonly recordedTo: Date | null;
  /** The computation that the row rests on; null where it rests on a declaration alone. */
  readonly runId: string | null;
}

/** The columns that a cover has whether it answers or was displaced by a rejection. */
export const coverageColumnsTold = {
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
} as const;

/** The table `coverage`: how each unit is covered by each other layer. */
export const coverageTable = new EntitySchema<CoverageTableColumns>({
  name: 'coverage',
  columns: {
    ...coverageColumnsTold,
    runId: { name: 'run_id', type: 'uuid', nullable: true },
    declarationId: { name: 'declaration_id', type: 'uuid', nullable: true },
  },
  indices: [{ name: 'coverage_by_code', columns: ['basis'], where: `recorded_to is null and basis = 'CODE'` }],
  checks: [
    { name: 'conservation', expression: 'abs(linked + omitted + uncovered - double_cover - 1) <= 1e-9' },
    { name: 'coverage_evidence_check', expression: 'run_id is not null or declaration_id is not null' },
  ],
});
