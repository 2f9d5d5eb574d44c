import type { Sql } from '../kernel/sql.js';
import type { EventTopic } from './event.js';
import { nothingLeft } from './withdrawn-event.js';

const emptied = `event_id = gen_random_uuid(), topic = '${nothingLeft.topic}', kind = '${nothingLeft.kind}', subject = '${nothingLeft.subject}',
  version = ${nothingLeft.version}, department = null, division_code = null, visible_to = null, payload = '{}', occurred_at = recorded_at`;

// Emptied and not deleted here too: the leader tells by the number of rows that it moved whether the inbox is exhausted.
// Locked by id, as the leader does, so that neither waits for the other in a circle.
const emptyInbox = `
  with locked as materialized (
    select id from event_inbox where topic = $1 and subject = any ($2::uuid[]) order by id for update
  )
  update event_inbox set ${emptied} from locked where event_inbox.id = locked.id`;

const emptyLog = `update event_log set ${emptied} where topic = $1 and subject = any ($2::uuid[])`;

/**
 * Takes back everything that the log says of some subjects, in the caller's transaction: their events keep their positions
 * and the time of their arrival and name nothing any more, so that no cursor breaks and nobody learns whose they were.
 *
 * Call it AFTER the statement that locks the subjects' rows, under READ COMMITTED; nothing may be appended for them after it.
 * A reader that holds such an event already must find its subject gone.
 */
export async function withdraw(sql: Sql, topic: EventTopic, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  // The inbox first: what the leader moves meanwhile has arrived in the log when that is looked at.
  await sql.query(emptyInbox, [topic, subjects]);
  await sql.query(emptyLog, [topic, subjects]);
}
