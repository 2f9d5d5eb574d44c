import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

import type { TableSchema } from '../database/schema-parts.js';
import type { CalendarDate } from '../kernel/dates.js';
import type { LogEvent } from './event.js';

/** The columns of a row of `event_inbox`; `id` is given before the commit and orders nothing but the events of one transaction. */
export interface EventInboxColumns extends Omit<LogEvent, 'position' | 'epoch'> {
  readonly id: string;
}

/** The columns of a row of `event_log`; the driver gives `position` as text. */
export interface EventLogColumns extends Omit<LogEvent, 'position'> {
  readonly position: string;
  /** The month in which the event got its position, by its first day: the part of the log that it lies in. */
  readonly month: CalendarDate;
}

/** The columns of the one row of `event_stream`. */
export interface EventStreamColumns {
  readonly single: true;
  readonly epoch: string;
  readonly lastPosition: string;
  /** The first position still kept; `lastPosition + 1` when nothing is. */
  readonly oldest: string;
  /** The month of the last event, by its first day: months never go back along the positions. Null while there was none. */
  readonly month: CalendarDate | null;
  /** Where this copy of the log lives; see `adoptStream`. Null until it was first opened. */
  readonly home: string | null;
}

const event = {
  eventId: { name: 'event_id', type: 'uuid' },
  topic: { type: 'text' },
  kind: { type: 'text' },
  subject: { type: 'uuid' },
  version: { type: 'integer' },
  department: { type: 'text', nullable: true },
  divisionCode: { name: 'division_code', type: 'text', nullable: true },
  visibleTo: { name: 'visible_to', type: 'text', nullable: true },
  payload: { type: 'jsonb' },
  occurredAt: { name: 'occurred_at', type: 'timestamptz' },
} as const satisfies Record<string, EntitySchemaColumnOptions>;

/** The table `event_inbox`: events of transactions that may not have committed yet. */
export const eventInboxTable = new EntitySchema<EventInboxColumns>({
  name: 'event_inbox',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    ...event,
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'clock_timestamp()' },
  },
});

/** The table `event_log`: the log itself, in order of its dense positions, parted by month. */
export const eventLogTable = new EntitySchema<EventLogColumns>({
  name: 'event_log',
  columns: {
    position: { type: 'bigint', primary: true },
    month: { type: 'date', primary: true },
    epoch: { type: 'uuid' },
    ...event,
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
  },
  checks: [{ name: 'event_log_position_check', expression: 'position > 0' }],
  indices: [{ name: 'event_log_by_subject', columns: ['subject', 'position'] }],
});

/** The table `event_stream`: how far positions are given, and in which life of the log. */
export const eventStreamTable = new EntitySchema<EventStreamColumns>({
  name: 'event_stream',
  columns: {
    single: { type: 'boolean', primary: true, default: true },
    epoch: { type: 'uuid' },
    lastPosition: { name: 'last_position', type: 'bigint' },
    oldest: { type: 'bigint', default: 1 },
    month: { type: 'date', nullable: true },
    home: { type: 'text', nullable: true },
  },
  checks: [{ name: 'event_stream_single_check', expression: 'single' }],
});

/** What the event log keeps in the city index. */
export const eventLogTables: readonly TableSchema[] = [eventInboxTable, eventLogTable, eventStreamTable];
