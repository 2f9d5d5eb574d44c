import type { OfficeFront } from '../ports.js';
import type { BatchTally } from './batch-tally.js';
import type { ReportedRows, RunReport, RunReports, RunTelling } from './run-report.js';

/** What telling needs. */
export interface TellingParts {
  readonly reports: RunReports;
  readonly telling: RunTelling;
}

/** Tells the city index of every run that waits in a front database, each once: a report goes when the index has committed it. */
export async function tellRuns({ sql }: OfficeFront, { reports, telling }: TellingParts): Promise<void> {
  for (;;) {
    const waiting = await reports.waiting(sql);
    if (waiting.length === 0) return;
    for (const report of waiting) {
      await telling.tell(report);
      await reports.remove(sql, report.runId);
    }
  }
}

/** The report of a run as its tally and its rows have it. */
export async function reportOf(
  about: Pick<RunReport, 'runId' | 'department' | 'pack' | 'at' | 'keptHome'> & { readonly mayStayUntold: boolean },
  tally: BatchTally,
  rows: ReportedRows,
): Promise<RunReport> {
  await tally.flush();
  const { mayStayUntold, ...told } = about;
  const { quarantined: quarantine, acceptedKeys, repairs, findings } = rows;
  // A run of rows that all stay home would tell by itself that there are some.
  const isTold = tally.counts.read > 0 || !mayStayUntold;
  return {
    ...told,
    ...tally.counts,
    older: tally.totals.older,
    repaired: tally.totals.repaired,
    quarantine,
    acceptedKeys,
    repairs,
    findings,
    isTold,
  };
}
