import type { Sql } from '../../../kernel/sql.js';
import type { AuditPage, AuditQuery, AuditReadModel, ReadEntry } from '../audit/audit-reading.js';
import { entryColumns } from './audit-columns.js';

// That an auditor asked who saw a record is no sight of the record.
const conditions = `($1::timestamptz is null or e.happened_at >= $1) and ($2::timestamptz is null or e.happened_at < $2)
  and ($3::text is null or e.subject = $3) and ($4::text is null or e.act = $4) and ($5::text is null or e.kind = $5)
  and ($6::text is null or e.office = $6) and ($7::jsonpath is null or (e.what @? $7 and e.act <> 'whoSaw'))`;

/** Further lines are not counted. */
const mostCounted = 10_001;

/** Reads the audit log of the city index. */
export class AuditReader implements AuditReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  page(query: AuditQuery, { first, after }: AuditPage): Promise<readonly ReadEntry[]> {
    return this.#sql.query<ReadEntry>(
      `select ${entryColumns}, l.chain, l.seq::float8 as seq from audit_entry e left join audit_link l on l.entry_id = e.id
        where ${conditions} and ($8::bigint is null or e.id < $8) order by e.id desc limit $9`,
      [...parametersOf(query), after, first + 1],
    );
  }

  async count(query: AuditQuery): Promise<number> {
    const [row] = await this.#sql.query<{ count: number }>(
      `select count(*)::int as count from (select from audit_entry e where ${conditions} limit $8) as counted`,
      [...parametersOf(query), mostCounted],
    );
    return row!.count;
  }
}

function parametersOf({ from, until, subject, act, kind, office, record }: AuditQuery): readonly unknown[] {
  return [from, until, subject, act, kind, office, record === null ? null : `$.** ? (@ == ${JSON.stringify(record)})`];
}
