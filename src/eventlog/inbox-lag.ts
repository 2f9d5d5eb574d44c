import type { Sql } from '../kernel/sql.js';

/** How long the oldest committed event has waited that has no position yet, in seconds; 0 where none waits. */
export async function inboxLagSeconds(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ seconds: number }>(
    'select coalesce(greatest(extract(epoch from clock_timestamp() - min(recorded_at)), 0), 0)::float8 as seconds from event_inbox',
  );
  return row!.seconds;
}
