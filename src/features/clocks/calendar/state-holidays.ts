import table from 'chinese-days/dist/chinese-days.json';

import type { CalendarDate } from '../../../kernel/dates.js';
import { type HolidayYears, isWeekend, yearOf } from './holiday-years.js';

const chineseZones = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Kashgar', 'PRC']);

/** Whether the State Council sets the holidays of a city, told by its time zone. */
export function isChineseZone(timeZone: string): boolean {
  return chineseZones.has(timeZone);
}

// The package's functions read the clocks of the machine (west of Greenwich, their weekdays are a day off); its table does not.
const rest = new Set(Object.keys(table.holidays));
const makeUp = new Set(Object.keys(table.workdays));

/**
 * The days that the State Council set for all of China, as far as the package `chinese-days` has them: a year is known only where its
 * table names that year's New Year, Labour Day and National Day. Of any other year its functions would say that it has no holidays.
 */
export const stateHolidays: HolidayYears = yearsOf([...new Set([...rest].map(yearOf))].filter(isNamed).sort((a, b) => a - b));

function yearsOf(known: readonly number[]): HolidayYears {
  const years = new Set(known);
  return { known, works: (day) => (years.has(yearOf(day)) ? works(day) : null) };
}

function works(day: CalendarDate): boolean {
  return makeUp.has(day) || !(rest.has(day) || isWeekend(day));
}

function isNamed(year: number): boolean {
  return ['01-01', '05-01', '10-01'].every((day) => rest.has(`${year}-${day}`));
}
