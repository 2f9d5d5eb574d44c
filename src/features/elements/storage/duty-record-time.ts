import type { Sql } from '../../../kernel/sql.js';

/** Lets one import or one move of duties at a time look and write, to the end of the transaction. */
export async function lockDuties(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('duty', 0))`);
}

/** Now, but later than anything that was recorded of duties before, so that nothing has an empty life. */
export async function dutyRecordTime(sql: Sql, now: Date): Promise<string> {
  const [row] = await sql.query<{ at: string }>(
    `select greatest($1::timestamptz, (select max(recorded_from) + interval '1 microsecond' from duty))::text as at`,
    [now],
  );
  return row!.at;
}
