import type { RunReport, RunReports } from '../push/run-report.js';

const atOnce = 20;

/** The runs of a front database that the city index is still to be told of. */
export const runReports: RunReports = {
  async put(sql, report) {
    await sql.query('insert into run_report (run_id, report, reported_at) values ($1, $2::json, $3)', [
      report.runId,
      JSON.stringify(report),
      report.at,
    ]);
  },

  async waiting(sql) {
    const rows = await sql.query<{ report: RunReport }>('select report from run_report order by reported_at, run_id limit $1', [atOnce]);
    return rows.map(({ report }) => report);
  },

  async remove(sql, runId) {
    await sql.query('delete from run_report where run_id = $1', [runId]);
  },
};
