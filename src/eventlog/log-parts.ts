import type { CalendarDate } from '../kernel/dates.js';
import type { Sql } from '../kernel/sql.js';
import { monthAfter } from './month.js';

// Readers and writers of the log wait behind whoever waits for such a lock.
const briefly = `set local lock_timeout = '1s'`;

/** The table that holds the events of a month. */
export function partOf(month: CalendarDate): string {
  return `event_log_${month.slice(0, 7).replace('-', '_')}`;
}

/**
 * Makes the parts of months that have none, each in its own transaction; events of such a month that went into the rest move into its part.
 * Throws after 1 s where somebody keeps the log locked. Only the session that holds the leader's lock may call it.
 */
export async function makeParts(leader: Sql, months: readonly CalendarDate[]): Promise<void> {
  const parts = months.map((month) => ({ month, name: partOf(month) }));
  const known = await leader.query<{ name: string }>(
    'select relname as name from pg_class where oid in (select inhrelid from pg_inherits where inhparent = $1::regclass)',
    ['event_log'],
  );
  for (const { month, name } of parts) {
    if (known.some((one) => one.name === name)) continue;
    // Several statements in one message are one transaction.
    await leader.query(`
      ${briefly};
      create table ${name} (like event_log including constraints);
      with gone as (delete from event_log_rest where month = '${month}' returning *) insert into ${name} select * from gone;
      alter table event_log attach partition ${name} for values from ('${month}') to ('${monthAfter(month, 1)}')`);
  }
}

const nameOfMonth = '^event_log_[0-9]{4}_[0-9]{2}$';

/**
 * Drops the parts of all months before one, and what the rest holds of them; from then on `oldest` says so. Answers the names of the
 * dropped parts. Throws after 1 s where somebody keeps the log locked. Only the session that holds the leader's lock may call it.
 */
export async function dropParts(leader: Sql, before: CalendarDate): Promise<readonly string[]> {
  const old = await leader.query<{ name: string }>(
    `select relname as name from pg_class
      where oid in (select inhrelid from pg_inherits where inhparent = 'event_log'::regclass) and relname ~ $1 and relname < $2 order by 1`,
    [nameOfMonth, partOf(before)],
  );
  const [rest] = await leader.query<{ any: boolean }>('select exists (select from event_log_rest where month < $1) as any', [before]);
  if (old.length === 0 && !rest?.any) return [];
  const names = old.map(({ name }) => name);
  await leader.query(
    [
      briefly,
      ...names.flatMap((name) => [`alter table event_log detach partition ${name}`, `drop table ${name}`]),
      `delete from event_log_rest where month < '${before}'`,
      'update event_stream set oldest = coalesce((select min(position) from event_log), last_position + 1)',
    ].join('; '),
  );
  return names;
}
