import { prepared } from '../../../database/prepared.js';
import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../kernel/sql.js';
import type { AuditEntry, AuditTrail } from '../ports.js';

// One statement: an entry is never without its place in the queue of those to be chained, and no lock is taken that others wait for.
// The transaction makes itself known (pg_current_xact_id) before the id is drawn: whoever chains relies on it to pass over old ids.
const insert = prepared(`
  with known as materialized (
    select pg_current_xact_id() as xact
  ), written as (
    insert into audit_entry (happened_at, kind, subject, role, department, office, act, what, outcome, purpose, rule, document, request_id)
    select $1::timestamptz, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::jsonb, $9::text, $10::text, $11::text,
           $12::text, $13::text
      from known where xact is not null returning id
  ) insert into audit_unchained (entry_id) select id from written`);

/** Keeps the audit log in the city index. */
export class AuditStore implements AuditTrail {
  readonly #sql: Sql;
  readonly #clock: Clock;

  constructor(sql: Sql, clock: Clock) {
    this.#sql = sql;
    this.#clock = clock;
  }

  async record(sql: Sql, entry: AuditEntry): Promise<void> {
    const { by, kind = 'ACT', office = null, purpose = null, rule = null, document = null } = entry;
    const whose = [by.subject, by.role, by.department, office];
    const done = [entry.act, JSON.stringify(entry.what), entry.outcome];
    await sql.query(insert, [entry.at ?? this.#clock.now(), kind, ...whose, ...done, purpose, rule, document, entry.requestId]);
  }

  async write(entry: AuditEntry): Promise<void> {
    try {
      await this.record(this.#sql, entry);
    } catch (thrown) {
      throw unwritten(thrown);
    }
  }
}

function unwritten(cause: unknown): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: 'Expected the audit log to take a line, but it cannot be written now.',
    messageZh: '审计日志暂时无法写入。',
    hint: 'Try again in a few seconds.',
    cause,
  });
}
