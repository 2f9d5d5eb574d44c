import type { AuditEntry, AuditKind } from '../ports.js';

/** A line of the audit log as it is kept and hashed: everything as text, so that no reading of it rounds or forgets. */
export interface StoredEntry {
  /** Given before the commit; orders nothing. */
  readonly id: string;
  /** UTC with microseconds, e.g. `2026-11-22T16:00:00.000000Z`. */
  readonly happenedAt: string;
  readonly kind: AuditKind;
  readonly subject: string;
  readonly role: string;
  /** The office that the subject speaks for. */
  readonly department: string | null;
  /** Whose data it is about. */
  readonly office: string | null;
  readonly act: string;
  readonly what: Readonly<Record<string, unknown>>;
  readonly outcome: AuditEntry['outcome'];
  readonly purpose: string | null;
  readonly rule: string | null;
  readonly document: string | null;
  readonly requestId: string;
}
