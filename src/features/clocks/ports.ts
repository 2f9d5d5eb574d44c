import type { Sql } from '../../kernel/sql.js';
import type { CountingRules, YellowRule } from './calendar/counting-rules.js';
import type { OfficeHours } from './calendar/office-hours.js';
import type { HolidayArrival } from './calendar/own-holidays.js';
import type { WorkingCalendar } from './calendar/working-calendar.js';
import type { LimitArrival } from './limits/limit-row.js';

/** The city's working calendar as it is known now. */
export interface WorkingCalendars {
  /** Held in memory. Throws before it has been read for the first time. */
  current(): WorkingCalendar;
}

/** How a city counts, where it says so itself. */
export interface CalendarSettings {
  readonly hours: readonly OfficeHours[];
  readonly rules: CountingRules;
  readonly yellow: YellowRule;
  /** Whether the State Council sets its holidays; null: as its time zone says. */
  readonly stateHolidays: boolean | null;
}

/** The run that something is recorded in. */
export interface RecordingRun {
  readonly runId: string;
  readonly now: Date;
}

/** Writes what a pack says of clocks into the city index; every method is idempotent and answers how many rows really changed. */
export interface ClockWriter {
  /** Null: the usual settings hold. */
  applySettings(sql: Sql, settings: CalendarSettings | null, run: RecordingRun): Promise<number>;
  /** Days of the `years`, which are given whole, that are not among `days` go; all other days and years stay. */
  applyHolidays(
    sql: Sql,
    given: { readonly days: readonly HolidayArrival[]; readonly years: readonly number[] },
    run: RecordingRun,
  ): Promise<number>;
  /** Of a `complete` list, limits that are no longer in it are no longer believed. */
  applyLimits(sql: Sql, arrivals: readonly LimitArrival[], how: { readonly now: Date; readonly complete: boolean }): Promise<number>;
}
