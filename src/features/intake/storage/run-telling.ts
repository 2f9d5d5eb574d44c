import type { Sql } from '../../../kernel/sql.js';
import type { Database } from '../ports.js';
import type { RunReport, RunTelling } from '../push/run-report.js';
import { IntakeRunStore } from './intake-run-store.js';

/** Writes reported runs into the city index, each whole and once. */
export class IndexRunTelling implements RunTelling {
  constructor(private readonly index: Database) {}

  tell(report: RunReport): Promise<void> {
    return this.index.transaction(async (sql) => {
      const runs = new IntakeRunStore(sql);
      await runs.forgetValues(report.department, report.keptHome);
      if (report.isTold && !(await isKnown(sql, report.runId))) await write(runs, report);
    });
  }
}

async function isKnown(sql: Sql, runId: string): Promise<boolean> {
  return (await sql.query('select from intake_run where id = $1', [runId])).length > 0;
}

async function write(runs: IntakeRunStore, report: RunReport): Promise<void> {
  const { runId: id, department, pack, read, accepted, quarantined, older, repaired, findings } = report;
  const run = { id, department, at: new Date(report.at) };
  await runs.open({ id, department, pack, file: null, startedAt: run.at });
  await runs.quarantine(run, report.quarantine);
  await runs.markCleared(run, { keys: report.acceptedKeys, tables: [] });
  await runs.noteRepairs(run, report.repairs);
  await runs.noteFindings(run, findings);
  await runs.close(id, { state: 'DONE', read, accepted, quarantined, older, repaired, findings: findings.length, message: null }, run.at);
}
