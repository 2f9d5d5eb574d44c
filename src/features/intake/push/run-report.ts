import type { DepartmentCode, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { RunRegister } from '../ports.js';
import type { QuarantinedRow } from '../rows/refusal.js';
import type { RowCounts } from '../rows/tally.js';
import type { BoundaryRepair } from '../runs/boundary-repair.js';
import type { RunFinding } from '../runs/run-finding.js';

/** What the city index is to be told of a run; written in the front database in the transaction of the run, so that neither is without the other. */
export interface RunReport extends RowCounts {
  readonly runId: string;
  readonly department: DepartmentCode;
  /** By which way the rows came: `push` or `inbound`. */
  readonly pack: string;
  /** ISO instant. */
  readonly at: string;
  /** Accepted rows that were older than what is held. */
  readonly older: number;
  readonly repaired: number;
  readonly quarantine: readonly QuarantinedRow[];
  /** Keys of the records that were accepted, where any earlier row waits for one. */
  readonly acceptedKeys: readonly string[];
  readonly repairs: readonly BoundaryRepair[];
  readonly findings: readonly RunFinding[];
  /** Matters of which earlier refused rows must not show the id any more. */
  readonly keptHome: readonly SourceId[];
  /** False where nothing of the run may be told, not even that it was: all of its rows stay home. */
  readonly isTold: boolean;
}

/** Keeps, in a front database, the runs that the index is still to be told of. */
export interface RunReports {
  put(sql: Sql, report: RunReport): Promise<void>;
  /** The oldest, some at a time. */
  waiting(sql: Sql): Promise<readonly RunReport[]>;
  remove(sql: Sql, runId: string): Promise<void>;
}

/** Tells the city index of runs. */
export interface RunTelling {
  /** Does nothing where the index knows the run. */
  tell(report: RunReport): Promise<void>;
}

/** Hears what a tally hands over, until the run is reported. */
export class ReportedRows implements Pick<RunRegister, 'quarantine' | 'markCleared' | 'noteRepairs' | 'noteFindings'> {
  readonly quarantined: QuarantinedRow[] = [];
  readonly acceptedKeys: string[] = [];
  readonly repairs: BoundaryRepair[] = [];
  readonly findings: RunFinding[] = [];

  quarantine(_: unknown, rows: readonly QuarantinedRow[]): Promise<void> {
    this.quarantined.push(...rows);
    return Promise.resolve();
  }

  /** A batch is no file that is read again: it clears by records alone. */
  markCleared(_: unknown, { keys }: { readonly keys: readonly string[] }): Promise<void> {
    this.acceptedKeys.push(...keys);
    return Promise.resolve();
  }

  noteRepairs(_: unknown, repairs: readonly BoundaryRepair[]): Promise<void> {
    this.repairs.push(...repairs);
    return Promise.resolve();
  }

  noteFindings(_: unknown, findings: readonly RunFinding[]): Promise<void> {
    this.findings.push(...findings);
    return Promise.resolve();
  }
}
