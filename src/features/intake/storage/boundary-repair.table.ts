import { EntitySchema } from 'typeorm';

import type { BoundaryRepair } from '../runs/boundary-repair.js';

/** The columns of a row of `boundary_repair`. */
export interface BoundaryRepairColumns extends BoundaryRepair {
  readonly id: string;
  readonly runId: string;
  readonly repairedAt: Date;
}

/** The table `boundary_repair`: which boundaries a run set right, what was wrong and how their area changed. */
export const boundaryRepairTable = new EntitySchema<BoundaryRepairColumns>({
  name: 'boundary_repair',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    runId: { name: 'run_id', type: 'uuid', foreignKey: { target: 'intake_run', name: 'boundary_repair_run_id_fkey' } },
    layerKey: { name: 'layer_key', type: 'text' },
    localId: { name: 'local_id', type: 'text' },
    file: { type: 'text' },
    rowNumber: { name: 'row_number', type: 'integer' },
    faults: { type: 'jsonb' },
    dropped: { type: 'jsonb' },
    areaM2: { name: 'area_m2', type: 'double precision' },
    areaChangeM2: { name: 'area_change_m2', type: 'double precision' },
    repairedAt: { name: 'repaired_at', type: 'timestamptz' },
  },
  indices: [
    { name: 'boundary_repair_by_unit', columns: ['layerKey', 'localId'] },
    { name: 'boundary_repair_by_run', columns: ['runId', 'id'] },
  ],
});
