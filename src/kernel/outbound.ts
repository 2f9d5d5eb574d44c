import type { DepartmentCode } from './ids.js';
import type { Sql } from './sql.js';

/** A step of the platform that goes back to the office whose records it concerns. */
export interface OutboundStep {
  /** A uuid that the step has in this office for ever: taken over twice, it is there once. */
  readonly eventId: string;
  readonly department: DepartmentCode;
  /** A word in capitals, e.g. `REDRAW_FILED`. */
  readonly kind: string;
  /** The key of the record as the office knows it. */
  readonly recordKey: readonly string[];
  /** What the office may read: nothing sealed, and nothing that its own record does not let it know. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly happenedAt: Date;
}

/** Where steps are put that offices are to be told of. */
export interface Outbound {
  /**
   * Owes steps to offices in the caller's transaction: they go if and only if it commits, however long an office is away. Steps on one
   * record arrive in the order of their commits where each is appended after the statement that locks the record.
   */
  append(sql: Sql, steps: readonly OutboundStep[]): Promise<void>;
}
