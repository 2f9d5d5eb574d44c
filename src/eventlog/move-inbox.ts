import { prepared } from '../database/prepared.js';
import type { CalendarDate } from '../kernel/dates.js';
import type { Sql } from '../kernel/sql.js';
import { logChannel } from './channels.js';
import type { InboxFloor } from './inbox-floor.js';

// One statement, hence one transaction and one snapshot: rows leave the inbox, get their positions and wake the readers
// together or not at all. A row whose transaction is still open is not in the snapshot; it is taken by a later call,
// whatever its id, so nothing waits for it and nothing is lost.
const move = prepared(`
  with taken as (
    delete from event_inbox where id = any (array(select id from event_inbox where id > $2 order by id limit $1)) returning *
  ), counted as (
    select count(*) as events from taken
  ), advanced as (
    update event_stream set last_position = last_position + counted.events, month = greatest(month, $3::date)
      from counted where counted.events > 0
    returning epoch, last_position - counted.events as base, month
  ), written as (
    insert into event_log (month, position, epoch, event_id, topic, kind, subject, version, department, division_code,
                           visible_to, payload, occurred_at, recorded_at)
    select month, base + row_number() over (order by id), epoch, event_id, topic, kind, subject, version, department,
           division_code, visible_to, payload, occurred_at, recorded_at
      from taken cross join advanced
    returning position
  )
  select moved, case when moved > 0 then pg_notify('${logChannel}', '') end as woken,
         (select max(id) from taken) as last_id, pg_snapshot_xmin(now_seen)::text as xmin, pg_snapshot_xmax(now_seen)::text as xmax
    from (select count(*)::int as moved from written) as outcome, pg_current_snapshot() as now_seen`);

/**
 * What a session sets before it calls {@link moveInbox}: the inbox is full and empty by turns, so its statistics are
 * always wrong, and only the walk along its index stays cheap while taken rows cannot be vacuumed: a plan that is kept, too.
 */
export const leaderSettings =
  'set enable_seqscan = off; set enable_bitmapscan = off; set jit = off; set plan_cache_mode = force_generic_plan';

interface Outcome {
  readonly moved: number;
  readonly last_id: string | null;
  readonly xmin: string;
  readonly xmax: string;
}

/** What one call of {@link moveInbox} may take. */
export interface MoveTerms {
  /** Most events at once. */
  readonly batch: number;
  readonly floor: InboxFloor;
  /** The month of now, UTC; a month that is earlier than the last one in the log counts as that one, so that months follow the positions. */
  readonly month: CalendarDate;
}

/**
 * Moves at most `batch` committed events above `floor` from the inbox to the log, by inbox id, and says how many.
 * Only the session that holds the leader's lock may call it.
 */
export async function moveInbox(leader: Sql, { batch, floor, month }: MoveTerms): Promise<number> {
  const [outcome] = await leader.query<Outcome>(move, [batch, floor.id.toString(), month]);
  if (!outcome) throw new Error('Moving the inbox answered no row; expected one that counts.');
  const { moved, last_id: lastId, xmin, xmax } = outcome;
  floor.learn({ emptied: moved < batch, lastId: lastId === null ? null : BigInt(lastId), xmin: BigInt(xmin), xmax: BigInt(xmax) });
  return moved;
}
