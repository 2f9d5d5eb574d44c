import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { LimitArrival } from '../limits/limit-row.js';

const arrived = `jsonb_to_recordset($1::jsonb) as arrived (uuid uuid, procedure text, clock text, standard text, kind text,
  "categoryCode" text, "divisionCode" text, condition text, "conditionZh" text, amount integer, unit text, document text, "validFrom" date,
  "validTo" date)`;

/**
 * Records time limits on two clocks: one that says something else now closes what was believed of it and opens what is believed now.
 * Of a `complete` list, limits that are no longer in it are no longer believed. Answers how many changed.
 */
export async function writeLimits(
  sql: Sql,
  arrivals: readonly LimitArrival[],
  { now, complete }: { readonly now: Date; readonly complete: boolean },
): Promise<number> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('time_limit', 0))`);
  const given = JSON.stringify(arrivals.map((limit) => ({ ...limit, uuid: limitUuid(limit) })));
  const at = await recordTime(sql, now);
  const gone = complete ? await closeUnlisted(sql, given, at) : 0;
  await closeChanged(sql, given, at);
  return gone + (await open(sql, given, at));
}

/** Now, but later than anything recorded of limits before, so that nothing has an empty life. */
async function recordTime(sql: Sql, now: Date): Promise<string> {
  const [row] = await sql.query<{ at: string }>(
    `select greatest($1::timestamptz, (select max(recorded_from) + interval '1 microsecond' from time_limit))::text as at`,
    [now],
  );
  return row!.at;
}

async function closeUnlisted(sql: Sql, given: string, at: string): Promise<number> {
  const rows = await sql.query(
    `update time_limit set recorded_to = $2
      where recorded_to is null and not exists (select from ${arrived} where arrived.uuid = time_limit.id) returning 1`,
    [given, at],
  );
  return rows.length;
}

async function closeChanged(sql: Sql, given: string, at: string): Promise<void> {
  await sql.query(
    `update time_limit known set recorded_to = $2 from ${arrived}
      where known.id = arrived.uuid and known.recorded_to is null
        and (known.condition_zh, known.amount, known.unit, known.document, known.valid_to)
          is distinct from (arrived."conditionZh", arrived.amount, arrived.unit, arrived.document, arrived."validTo")`,
    [given, at],
  );
}

async function open(sql: Sql, given: string, at: string): Promise<number> {
  const rows = await sql.query(
    `insert into time_limit (id, procedure, clock, standard, kind, category_code, division_code, condition_key, condition_zh, amount, unit,
            document, valid_from, valid_to, recorded_from)
     select uuid, procedure, clock, standard, kind, "categoryCode", "divisionCode", condition, "conditionZh", amount, unit, document,
            "validFrom", "validTo", $2
       from ${arrived} where not exists (select from time_limit known where known.id = arrived.uuid and known.recorded_to is null)
     returning 1`,
    [given, at],
  );
  return rows.length;
}

function limitUuid(limit: LimitArrival): string {
  const { procedure, clock, standard, kind, categoryCode, divisionCode, condition, validFrom } = limit;
  return uuidOf('time-limit', JSON.stringify([procedure, clock, standard, kind, categoryCode, divisionCode, condition, validFrom]));
}
