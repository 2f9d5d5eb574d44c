import { EntitySchema } from 'typeorm';

import type { RunReport } from '../push/run-report.js';

/** The columns of a row of `run_report`. */
export interface RunReportColumns {
  readonly runId: string;
  readonly report: RunReport;
  readonly reportedAt: Date;
}

/** The table `run_report` of a front database: runs that the city index is still to be told of. */
export const runReportTable = new EntitySchema<RunReportColumns>({
  name: 'run_report',
  columns: {
    runId: { name: 'run_id', type: 'uuid', primary: true },
    report: { type: 'jsonb' },
    reportedAt: { name: 'reported_at', type: 'timestamptz' },
  },
});
