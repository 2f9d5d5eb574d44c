import { EntitySchema } from 'typeorm';

import type { AuditEntry } from '../ports.js';

/** The columns of a row of `audit_entry`. */
export interface AuditEntryColumns {
  readonly id: string;
  readonly happenedAt: Date;
  readonly subject: string;
  readonly role: string;
  readonly act: string;
  /** Ids of the records concerned; never sealed text. */
  readonly what: Readonly<Record<string, unknown>>;
  readonly outcome: AuditEntry['outcome'];
  readonly requestId: string;
}

/** The table `audit_entry`: who did what, in the order in which it was written. */
export const auditEntryTable = new EntitySchema<AuditEntryColumns>({
  name: 'audit_entry',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    happenedAt: { name: 'happened_at', type: 'timestamptz' },
    subject: { type: 'text' },
    role: { type: 'text' },
    act: { type: 'text' },
    what: { type: 'jsonb' },
    outcome: { type: 'text' },
    requestId: { name: 'request_id', type: 'text' },
  },
});
