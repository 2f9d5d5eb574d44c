/**
 * What can be wrong with the log.
 *
 * EDITED: the line, or its link, is not what was chained. MISSING: a link, or the line that it names, is gone. REORDERED: the line was
 * chained elsewhere nearby. EXTRA: a line or link that was never chained. TRUNCATED: an exported head is beyond the end of the chain.
 * REWRITTEN: the chain agrees with itself and not with an exported head. HEAD_FILE: a file of exported heads is missing, changed or not
 * signed by the key. TOMBSTONE: a chain was dropped too early, or is not what was exported.
 */
export const auditFaults = ['EDITED', 'MISSING', 'REORDERED', 'EXTRA', 'TRUNCATED', 'REWRITTEN', 'HEAD_FILE', 'TOMBSTONE'] as const;

/** One of {@link auditFaults}. */
export type AuditFault = (typeof auditFaults)[number];

/** The first bad line of a chain, or a fault of a file of heads. */
export interface AuditFinding {
  readonly fault: AuditFault;
  /** Null for a fault of a file. */
  readonly chain: string | null;
  readonly seq: number | null;
  readonly entryId: string | null;
  /** One English sentence: what was expected and what is there. */
  readonly says: string;
}
