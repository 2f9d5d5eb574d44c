import { prepared } from '../database/prepared.js';
import type { Sql } from '../kernel/sql.js';
import type { LogEvent } from './event.js';
import type { EventConditions, EventFilter } from './event-filter.js';
import type { EventPage, EventReader, StreamHead } from './event-log.js';

// A rare filter must not turn one statement into a scan of the whole log.
const longestStretch = 50_000;

// Prepared: with a part for each month, planning takes longer than reading.
const select = prepared(`
  select stream.epoch as stream_epoch, stream.last_position, stream.oldest, event.*
    from event_stream as stream
    left join lateral (
      select * from event_log
       where position > $1 and position <= $1 + ${longestStretch}
         and (${satisfies(4)} or ($3 and ${satisfies(9)}))
       order by position limit $2
    ) as event on true
   order by event.position`);

const selectHead = 'select epoch, last_position, oldest from event_stream';

interface EventRow {
  readonly position: string;
  readonly epoch: string;
  readonly event_id: string;
  readonly topic: LogEvent['topic'];
  readonly kind: string;
  readonly subject: string;
  readonly version: number;
  readonly department: string | null;
  readonly division_code: string | null;
  readonly visible_to: string | null;
  readonly payload: LogEvent['payload'];
  readonly occurred_at: Date;
  readonly recorded_at: Date;
}

/** Where the stream stood when the page was read; joined to each row, and alone when the page is empty. */
interface StreamColumns {
  readonly stream_epoch: string;
  readonly last_position: string;
  readonly oldest: string;
}
type PageRow = StreamColumns & (EventRow | { readonly position: null });

/** Reads the log of the city index; each call is one statement on one snapshot. */
export class PostgresReader implements EventReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async head(): Promise<StreamHead> {
    const [row] = await this.#sql.query<{ epoch: string; last_position: string; oldest: string }>(selectHead);
    if (!row) throw new Error('event_stream holds no row; expected the one that the migration wrote.');
    return { epoch: row.epoch, position: Number(row.last_position), oldest: Number(row.oldest) };
  }

  async after(position: number, limit: number, filter: EventFilter = {}): Promise<EventPage> {
    const rows = await this.#sql.query<PageRow>(select, [position, limit, ...filterColumns(filter)]);
    const [first] = rows;
    if (!first) throw new Error('event_stream holds no row; expected the one that the migration wrote.');
    const head = Number(first.last_position);
    const events = rows.flatMap((row) => (row.position === null ? [] : [eventOf(row)]));
    const last = events.at(-1);
    const upTo = last && events.length >= limit ? last.position : Math.min(head, position + longestStretch);
    return { epoch: first.stream_epoch, events, upTo: Math.max(position, upTo), head, oldest: Number(first.oldest) };
  }
}

/** Whether an event satisfies the conditions whose columns stand at the parameters from `first` on. */
function satisfies(first: number): string {
  const [topics, kinds, subjects, departments, prefixes] = [0, 1, 2, 3, 4].map((nth) => `$${first + nth}`);
  return `(
             (${topics}::text[] is null or topic = any (${topics}))
             and (${kinds}::text[] is null or kind = any (${kinds}))
             and (${subjects}::uuid[] is null or subject = any (${subjects}))
             and (${departments}::text[] is null or department = any (${departments}))
             and (${prefixes}::text[] is null or exists (select from unnest(${prefixes}::text[]) as prefix where starts_with(division_code, prefix)))
           )`;
}

function filterColumns({ or, ...filter }: EventFilter): readonly unknown[] {
  return [or !== undefined, ...conditionColumns(filter), ...conditionColumns(or ?? {})];
}

function conditionColumns(conditions: EventConditions): readonly unknown[] {
  const { topics, kinds, subjects, departments, divisionPrefixes } = conditions;
  return [topics ?? null, kinds ?? null, subjects ?? null, departments ?? null, divisionPrefixes ?? null];
}

function eventOf(row: EventRow): LogEvent {
  return {
    position: Number(row.position),
    epoch: row.epoch,
    eventId: row.event_id,
    topic: row.topic,
    kind: row.kind,
    subject: row.subject,
    version: row.version,
    department: row.department,
    divisionCode: row.division_code,
    visibleTo: row.visible_to,
    payload: row.payload,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
  };
}
