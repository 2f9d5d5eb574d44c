import { randomUUID } from 'node:crypto';

import { prepared } from '../database/prepared.js';
import type { Sql } from '../kernel/sql.js';
import { inboxChannel } from './channels.js';
import type { NewEvent } from './event.js';
import type { EventSink } from './event-log.js';
import { withdraw } from './withdraw.js';

const chunk = 2_000;

// The transaction makes itself known (pg_current_xact_id) before the first id is drawn: the leader's InboxFloor relies on it.
const insert = prepared(`
  with known as materialized (
    select pg_current_xact_id() as xact
  ), arrived as (
    insert into event_inbox
      (event_id, topic, kind, subject, version, department, division_code, visible_to, payload, occurred_at)
    select event_id, topic, kind, subject, version, department, division_code, visible_to, payload::jsonb, occurred_at
      from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::int[], $6::text[], $7::text[], $8::text[],
                  $9::text[], $10::timestamptz[]) with ordinality
        as given (event_id, topic, kind, subject, version, department, division_code, visible_to, payload, occurred_at, nth)
     where (select xact from known) is not null
     order by nth
    returning id
  )
  select pg_notify('${inboxChannel}', '') from (select from arrived limit 1) as any_arrived`);

/**
 * Appends events to the log in the caller's transaction.
 *
 * They exist if and only if that transaction commits, and then for good. Events of one call keep their order.
 * Two transactions that change one subject appear in the order of their commits provided that each calls this AFTER
 * the statement that locks the subject's row (its UPDATE or INSERT); between transactions that share no lock the
 * log promises no order. The log shows them once the sequencer has moved them, usually within milliseconds.
 * Wakes the sequencer once a transaction, however often it is called; the wake-up is a hint and may be lost.
 */
export async function append(sql: Sql, events: readonly NewEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += chunk) {
    await sql.query(insert, columnsOf(events.slice(start, start + chunk)));
  }
}

/** {@link append} and {@link withdraw} bound to one transaction. */
export function eventSink(sql: Sql): EventSink {
  return { append: (events) => append(sql, events), withdraw: (topic, subjects) => withdraw(sql, topic, subjects) };
}

function columnsOf(events: readonly NewEvent[]): readonly unknown[] {
  return [
    events.map((event) => event.eventId ?? randomUUID()),
    events.map((event) => event.topic),
    events.map((event) => event.kind),
    events.map((event) => event.subject),
    events.map((event) => event.version),
    events.map((event) => event.department),
    events.map((event) => event.divisionCode),
    events.map((event) => event.visibleTo ?? null),
    events.map((event) => JSON.stringify(event.payload)),
    events.map((event) => event.occurredAt.toISOString()),
  ];
}
