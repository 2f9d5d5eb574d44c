import { append } from '../../../eventlog/append.js';
import type { NewEvent } from '../../../eventlog/event.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Notice, Notices } from '../ports.js';

/** Notices in the event log. */
export const noticeLog: Notices = { append: (sql: Sql, notices) => append(sql, notices.map(eventOf)) };

function eventOf({ eventId, matter, kind, payload, at }: Notice): NewEvent {
  const { uuid: subject, version, department, divisionCode } = matter;
  return { eventId, topic: 'matter', kind, subject, version, department, divisionCode, payload, occurredAt: at };
}
