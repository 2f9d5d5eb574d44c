import { yearOf } from './holiday-years.js';
import type { HolidayDay } from './own-holidays.js';

const named = { china: ['01-01', '05-01', '10-01'], elsewhere: ['01-01'] } as const;

/**
 * The years that a list of days gives whole, rising: those of which it names the days of rest that no year is without, New Year's Day
 * and in China Labour Day and National Day as well (《全国年节及纪念日放假办法》 Art. 2). A make-up day in the last week of December, which
 * the next year's list names, does not make a year known.
 */
export function wholeYears(days: readonly HolidayDay[], isChina: boolean): readonly number[] {
  const rest = new Set(days.filter(({ kind }) => kind === 'HOLIDAY').map(({ day }) => day));
  const years = [...new Set(days.map(({ day }) => yearOf(day)))].sort((a, b) => a - b);
  return years.filter((year) => named[isChina ? 'china' : 'elsewhere'].every((day) => rest.has(`${year}-${day}`)));
}
