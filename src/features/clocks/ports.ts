import type { WorkingCalendar } from './calendar/working-calendar.js';

/** The city's working calendar as it is known now. */
export interface WorkingCalendars {
  /** Held in memory. Throws before it has been read for the first time. */
  current(): WorkingCalendar;
}
