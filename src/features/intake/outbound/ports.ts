import type { DepartmentCode } from '../../../kernel/ids.js';
import type { OutboundStep } from '../../../kernel/outbound.js';
import type { Sql } from '../../../kernel/sql.js';
import type { RecordKey } from '../ports.js';

/** A step that is owed, with its place in the queue. */
export interface OwedStep extends OutboundStep {
  readonly id: string;
}

/** What the index owes to offices. */
export interface OwedSteps {
  /** The offices that steps are owed to. */
  owedTo(): Promise<readonly DepartmentCode[]>;
  /** The oldest steps that are owed to an office, in order. */
  oldest(department: DepartmentCode, limit: number): Promise<readonly OwedStep[]>;
  /** Forgets what is owed of records that their office has taken home, in the transaction that takes them out of the index. */
  withdraw(sql: Sql, department: DepartmentCode, recordKeys: readonly RecordKey[]): Promise<void>;
  /** Forgets steps that the office's front database holds for good. */
  settle(ids: readonly string[]): Promise<void>;
}

/** The queue of a front database that its office's own system reads. */
export interface OutboundQueue {
  /** Puts steps in order, each once; answers false, having done nothing, where another process puts steps there now. */
  put(sql: Sql, steps: readonly OutboundStep[]): Promise<boolean>;
}
