import type { Sql } from '../kernel/sql.js';

// Where this copy of the log lives. Another cluster, another time line (point-in-time recovery, failover), another
// database or another table of that name: each means that positions after the copied ones may be given twice.
const home = `
  (select system_identifier from pg_control_system())::text
    || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
    || '/' || (select oid from pg_database where datname = current_database())::text
    || '/' || 'event_stream'::regclass::oid::text`;

const adopt = `
  with moved as (
    update event_stream set epoch = gen_random_uuid(), home = here.home from (select ${home} as home) as here
     where event_stream.home is distinct from here.home
    returning epoch
  )
  select coalesce((select epoch from moved), (select epoch from event_stream))::text as epoch`;

/**
 * Begins a new epoch when this log turns out to be a restored or copied one, and returns the epoch in force.
 *
 * Called before anything else is read, by every process and after every reconnection; harmless to repeat.
 * Sees dump and restore, a cloned database, point-in-time recovery and failover. It cannot see the files of a stopped
 * server being put back in place: after that, call {@link renewEpoch}.
 */
export async function adoptStream(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ epoch: string }>(adopt);
  if (!row) throw new Error('event_stream holds no row; expected the one that the migration wrote.');
  return row.epoch;
}

/** Begins a new epoch: every cursor given so far is answered with a gap, running subscriptions end as `epoch-changed`. */
export async function renewEpoch(sql: Sql): Promise<void> {
  await sql.query(`with renewed as (update event_stream set epoch = gen_random_uuid() returning 1) select 1 from renewed`);
}
