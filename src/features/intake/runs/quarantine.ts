import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';

/** A refused row as the register keeps it. */
export interface HeldRow {
  /** Rises with time. */
  readonly id: string;
  readonly runId: string;
  /** Null for the city's own files. */
  readonly department: DepartmentCode | null;
  readonly file: string;
  /** Null for the file as a whole, and for rows whose place must not be told. */
  readonly rowNumber: number | null;
  readonly field: string | null;
  /** Null where nothing came or it must not be shown. */
  readonly value: string | null;
  /** `<CODE>: expected …`. */
  readonly rule: string;
  readonly remedy: string;
  readonly quarantinedAt: Date;
  /** Null while the row is open. */
  readonly clearedAt: Date | null;
  /** The run that cleared it; its own run where that failed, so that the row was never open. */
  readonly clearedBy: string | null;
}

/** What refused rows are asked by; null asks for any. */
export interface QuarantineQuery {
  readonly department: DepartmentCode | null;
  readonly runId: string | null;
  readonly file: string | null;
  readonly field: string | null;
  readonly code: string | null;
  /** True for those that no run has cleared, false for those that one has. */
  readonly open: boolean | null;
}

/** Asks for every refused row. */
export const anyRow: QuarantineQuery = { department: null, runId: null, file: null, field: null, code: null, open: null };

/** A page of a list, newest first: `after` is the id of the last row of the page before. */
export interface QuarantinePage {
  readonly first: number;
  readonly after: string | null;
}

/** Reads refused rows of the offices whose intake the scope reads; those of the city's own files are the city's. */
export interface Quarantine {
  /** One row more than the page holds, where there are more. */
  page(scope: Scope, query: QuarantineQuery, page: QuarantinePage): Promise<readonly HeldRow[]>;
  /** At most 10,001. */
  count(scope: Scope, query: QuarantineQuery): Promise<number>;
  /** The pages of several runs at once, in the order of `runs`. */
  pagesOfRuns(
    scope: Scope,
    runs: readonly { readonly runId: string; readonly after: string | null }[],
    first: number,
  ): Promise<readonly (readonly HeldRow[])[]>;
  /** How many rows of each run are open, in the order of `runIds`. */
  openOfRuns(scope: Scope, runIds: readonly string[]): Promise<readonly number[]>;
  /** How many rows are open, by the offices that have some. */
  openOfOffices(scope: Scope): Promise<ReadonlyMap<DepartmentCode, number>>;
}
