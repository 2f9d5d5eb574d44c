import type { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../kernel/sql.js';
import type { AuditEntry, AuditTrail } from '../ports.js';

/** Keeps the audit log in the city index. */
export class AuditStore implements AuditTrail {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async record(sql: Sql, entry: AuditEntry): Promise<void> {
    await sql.query(
      `insert into audit_entry (happened_at, subject, role, act, what, outcome, request_id) values ($1, $2, $3, $4, $5, $6, $7)`,
      [this.#clock.now(), entry.by.subject, entry.by.role, entry.act, JSON.stringify(entry.what), entry.outcome, entry.requestId],
    );
  }
}
