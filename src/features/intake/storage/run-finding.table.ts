import { EntitySchema } from 'typeorm';

import type { RunFinding } from '../runs/run-finding.js';

/** The columns of a row of `run_finding`. */
export interface RunFindingColumns extends RunFinding {
  readonly id: string;
  readonly runId: string;
  readonly department: string | null;
  readonly foundAt: Date;
}

/** The table `run_finding`: what a run found odd about a layer that it accepted all the same. */
export const runFindingTable = new EntitySchema<RunFindingColumns>({
  name: 'run_finding',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    runId: { name: 'run_id', type: 'uuid', foreignKey: { target: 'intake_run', name: 'run_finding_run_id_fkey' } },
    department: { type: 'text', nullable: true },
    kind: { type: 'text' },
    layerKey: { name: 'layer_key', type: 'text', nullable: true },
    localId: { name: 'local_id', type: 'text', nullable: true },
    message: { type: 'text' },
    messageZh: { name: 'message_zh', type: 'text' },
    measures: { type: 'jsonb' },
    foundAt: { name: 'found_at', type: 'timestamptz' },
  },
  indices: [{ name: 'run_finding_by_run', columns: ['runId', 'id'] }],
});
