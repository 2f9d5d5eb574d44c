import { EntitySchema } from 'typeorm';

import type { AuditEntry, AuditKind } from '../ports.js';

/** The columns of a row of `audit_entry`. */
export interface AuditEntryColumns {
  readonly id: string;
  readonly happenedAt: Date;
  readonly kind: AuditKind;
  readonly subject: string;
  readonly role: string;
  /** The office that the subject speaks for; null for the city as a whole. */
  readonly department: string | null;
  /** Whose data it is about; null for nobody's in particular. */
  readonly office: string | null;
  readonly act: string;
  /** Ids of the records concerned; never sealed text. */
  readonly what: Readonly<Record<string, unknown>>;
  readonly outcome: AuditEntry['outcome'];
  readonly purpose: string | null;
  readonly rule: string | null;
  readonly document: string | null;
  readonly requestId: string;
}

/** The table `audit_entry`: who did and read what. Rows are never changed; their order is that of `audit_link`. */
export const auditEntryTable = new EntitySchema<AuditEntryColumns>({
  name: 'audit_entry',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    happenedAt: { name: 'happened_at', type: 'timestamptz' },
    kind: { type: 'text' },
    subject: { type: 'text' },
    role: { type: 'text' },
    department: { type: 'text', nullable: true },
    office: { type: 'text', nullable: true },
    act: { type: 'text' },
    what: { type: 'jsonb' },
    outcome: { type: 'text' },
    purpose: { type: 'text', nullable: true },
    rule: { type: 'text', nullable: true },
    document: { type: 'text', nullable: true },
    requestId: { name: 'request_id', type: 'text' },
  },
  checks: [
    { name: 'audit_entry_kind_check', expression: `kind in ('ACT', 'READ', 'EXPORT', 'REFUSAL')` },
    { name: 'audit_entry_outcome_check', expression: `outcome in ('DONE', 'REFUSED', 'FAILED')` },
  ],
  indices: [
    { name: 'audit_entry_by_time', columns: ['happenedAt', 'id'] },
    { name: 'audit_entry_by_subject', columns: ['subject', 'id'] },
    { name: 'audit_entry_by_record', columns: ['what'], synchronize: false },
  ],
});
