import { logChannel } from './channels.js';
import type { Sql } from '../kernel/sql.js';

// One statement, hence one transaction and one snapshot: rows leave the inbox, get their positions and wake the readers
// together or not at all. A row whose transaction is still open is not in the snapshot; it is taken by a later call,
// whatever its id, so nothing waits for it and nothing is lost.
const move = `
  with taken as (
    delete from event_inbox where id = any (array(select id from event_inbox order by id limit $1)) returning *
  ), counted as (
    select count(*) as events from taken
  ), advanced as (
    update event_stream set last_position = last_position + counted.events from counted where counted.events > 0
    returning epoch, last_position - counted.events as base
  ), written as (
    insert into event_log (position, epoch, event_id, topic, kind, subject, version, department, division_code,
                           visible_to, payload, occurred_at, recorded_at)
    select base + row_number() over (order by id), epoch, event_id, topic, kind, subject, version, department,
           division_code, visible_to, payload, occurred_at, recorded_at
      from taken cross join advanced
    returning position
  )
  select count(*)::int as moved, case when count(*) > 0 then pg_notify('${logChannel}', '') end as woken from written`;

/**
 * Moves at most `batch` committed events from the inbox to the log, by inbox id, and says how many.
 * Only the session that holds the leader's lock may call it.
 */
export async function moveInbox(leader: Sql, batch: number): Promise<number> {
  const [outcome] = await leader.query<{ moved: number }>(move, [batch]);
  return outcome?.moved ?? 0;
}
