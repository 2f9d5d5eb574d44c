import type { CalendarDate } from '../../../kernel/dates.js';
import { type HolidayYears, isWeekend, yearOf } from './holiday-years.js';

/** What a day can be named in a table of holidays: a day of rest, or a make-up working day. */
export const holidayKinds = ['HOLIDAY', 'WORKDAY'] as const;

/** One of {@link holidayKinds}. */
export type HolidayKind = (typeof holidayKinds)[number];

/** A day that is otherwise than its weekday says. */
export interface HolidayDay {
  readonly day: CalendarDate;
  readonly kind: HolidayKind;
}

/** The same with what it is called and who set it, as a city's table gives it. */
export interface HolidayArrival extends HolidayDay {
  /** E.g. 春节. */
  readonly name: string;
  /** The notice that sets it; null where none is named. */
  readonly document: string | null;
}

/**
 * A city's own table over what else is known: a day that it names is as it says, and a year that it gives whole is known; every other
 * day is as `beneath` has it. In a year that only the table knows, unnamed days go by their weekday.
 */
export function ownHolidays(
  own: { readonly years: readonly number[]; readonly days: readonly HolidayDay[] },
  beneath: HolidayYears,
): HolidayYears {
  const years = new Set(own.years);
  const named = new Map(own.days.map(({ day, kind }) => [day, kind === 'WORKDAY']));
  return {
    known: [...new Set([...beneath.known, ...years])].sort((a, b) => a - b),
    works: (day) => {
      const otherwise = beneath.works(day) ?? (years.has(yearOf(day)) ? !isWeekend(day) : null);
      return otherwise === null ? null : (named.get(day) ?? otherwise);
    },
  };
}

/** No year at all: what lies beneath the table of a city that the State Council does not set holidays for. */
export const noHolidays: HolidayYears = { known: [], works: () => null };
