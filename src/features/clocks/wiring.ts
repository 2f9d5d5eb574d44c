import type { Sql } from '../../kernel/sql.js';
import { CalendarBook } from './calendar/calendar-book.js';
import type { TimeLimits } from './limits/found-limit.js';
import type { LimitReadModel } from './limits/limit-row.js';
import type { ClockWriter } from './ports.js';
import { readCalendar } from './storage/calendar-reader.js';
import { writeHolidays, writeSettings } from './storage/calendar-writer.js';
import { timeLimitFinder } from './storage/time-limit-finder.js';
import { TimeLimitReader } from './storage/time-limit-reader.js';
import { writeLimits } from './storage/time-limit-writer.js';

export { readCalendar } from './storage/calendar-reader.js';
export { clocksTables } from './storage/tables.js';

/** What clocks offer. */
export interface ClocksParts {
  /** Not read yet; read anew whenever the log tells of a change. */
  readonly calendars: CalendarBook;
  readonly timeLimits: TimeLimits;
  readonly limitRows: LimitReadModel;
}

/** Builds clocks over the city index. */
export function wireClocks(sql: Sql): ClocksParts {
  return { calendars: new CalendarBook(() => readCalendar(sql)), timeLimits: timeLimitFinder, limitRows: new TimeLimitReader(sql) };
}

/** Builds what brings a pack's holidays and time limits into the index. */
export function clockWriter(): ClockWriter {
  return { applySettings: writeSettings, applyHolidays: writeHolidays, applyLimits: writeLimits };
}
