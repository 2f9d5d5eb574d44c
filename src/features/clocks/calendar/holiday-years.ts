import type { CalendarDate } from '../../../kernel/dates.js';

/** The years whose days of rest and of work are known. */
export interface HolidayYears {
  /** The years known whole, rising. */
  readonly known: readonly number[];
  /** Whether people work on a day, make-up days (调休) included; null where its year is not known, and never guessed from the weekday. */
  works(day: CalendarDate): boolean | null;
}

/** The year of a day. */
export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: CalendarDate): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
}
