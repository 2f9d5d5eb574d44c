import type { Outbound } from '../../../kernel/outbound.js';
import type { Sql } from '../../../kernel/sql.js';
import type { OutboundQueue, OwedStep, OwedSteps } from '../outbound/ports.js';
import type { RecordKey } from '../ports.js';

/** Any number that nothing else of a front database locks: one process that puts steps there. */
const delivererLock = 7_402_118_342;

const given = `("eventId" uuid, department text, kind text, "recordKey" json, body jsonb, "happenedAt" timestamptz, position integer)`;
const keyOf = `array(select * from json_array_elements_text(given."recordKey"))`;

function rowsOf(steps: readonly object[]): string {
  return JSON.stringify(steps.map((step, position) => ({ ...step, position })));
}

/** Owes steps to offices, in the city index. */
export const outboundSteps: Outbound = {
  async append(sql, steps) {
    if (steps.length === 0) return;
    await sql.query(
      `insert into outbound_step (event_id, department, kind, record_key, body, happened_at)
         select "eventId", department, kind, ${keyOf}, body, "happenedAt" from json_to_recordset($1::json) given ${given} order by position
       on conflict (department, event_id) do nothing`,
      [rowsOf(steps)],
    );
  },
};

/** Reads and settles what the city index owes. */
export class OwedStepStore implements OwedSteps {
  constructor(private readonly sql: Sql) {}

  async owedTo(): Promise<readonly string[]> {
    const rows = await this.sql.query<{ department: string }>('select distinct department from outbound_step');
    return rows.map(({ department }) => department);
  }

  oldest(department: string, limit: number): Promise<readonly OwedStep[]> {
    return this.sql.query<OwedStep>(
      `select id::text as id, event_id as "eventId", department, kind, record_key as "recordKey", body, happened_at as "happenedAt"
         from outbound_step where department = $1 order by outbound_step.id limit $2`,
      [department, limit],
    );
  }

  async withdraw(sql: Sql, department: string, recordKeys: readonly RecordKey[]): Promise<void> {
    if (recordKeys.length === 0) return;
    await sql.query(
      `delete from outbound_step using json_array_elements($2::json) gone
        where department = $1 and to_json(record_key)::jsonb = gone::jsonb`,
      [department, JSON.stringify(recordKeys)],
    );
  }

  async settle(ids: readonly string[]): Promise<void> {
    await this.sql.query('delete from outbound_step where id = any($1::bigint[])', [ids]);
  }
}

/** The table `outbound` of front databases as the platform writes it. */
export const outboundQueue: OutboundQueue = {
  async put(sql, steps) {
    const [lock] = await sql.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [delivererLock]);
    if (!lock!.got) return false;
    await sql.query(
      `insert into outbound (event_id, kind, record_key, body, happened_at)
         select "eventId", kind, ${keyOf}, body, "happenedAt" from json_to_recordset($1::json) given ${given} order by position
       on conflict (event_id) do nothing`,
      [rowsOf(steps)],
    );
    return true;
  },
};
