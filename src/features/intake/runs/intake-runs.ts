import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { RunFile } from '../ports.js';
import type { BoundaryRepair } from './boundary-repair.js';
import type { RunFinding } from './run-finding.js';

/** One import of one office, or of the city's own files, as it ended or goes on. */
export interface IntakeRun {
  readonly id: string;
  /** Null for the city's own files. */
  readonly department: DepartmentCode | null;
  readonly pack: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly state: 'RUNNING' | 'DONE' | 'FAILED';
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsQuarantined: number;
  readonly boundariesRepaired: number;
  /** Accepted rows that were older than what was held, and so changed nothing. */
  readonly rowsOlder: number;
  /** The office's file; null where a city pack was read. */
  readonly file: RunFile | null;
}

/** Reads what imports did, of the offices whose intake the scope reads; the city's own files are the city's. */
export interface IntakeRuns {
  /** The newest runs, newest first; of one office where it is named. */
  newest(scope: Scope, question: { readonly department: DepartmentCode | null; readonly first: number }): Promise<readonly IntakeRun[]>;
  /** Some runs, in the order of `runIds`; null for one that the scope does not read. */
  byIds(scope: Scope, runIds: readonly string[]): Promise<readonly (IntakeRun | null)[]>;
  /** What each run found odd, in the order of `runIds`. */
  findings(scope: Scope, runIds: readonly string[]): Promise<readonly (readonly RunFinding[])[]>;
  /** Which boundaries each run set right, at most `first` a run, in the order of `runIds`. */
  repairs(scope: Scope, runIds: readonly string[], first: number): Promise<readonly (readonly BoundaryRepair[])[]>;
}
