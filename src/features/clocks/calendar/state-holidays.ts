import { getDayDetail, isWorkday } from 'chinese-days';

import { type HolidayYears, yearOf } from './holiday-years.js';

const chineseZones = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Kashgar', 'PRC']);

/** Whether the State Council sets the holidays of a city, told by its time zone. */
export function isChineseZone(timeZone: string): boolean {
  return chineseZones.has(timeZone);
}

/** The first year that the package may know. */
const firstYear = 2000;
/** The last year that is looked for. */
const lastYear = 2100;

/**
 * The days that the State Council set for all of China, as far as the package `chinese-days` has them: it takes any other year for one
 * without holidays, so a year counts as known only where it names that year's New Year, Labour Day and National Day.
 */
export const stateHolidays: HolidayYears = yearsOf(
  Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i).filter(isNamed),
);

function yearsOf(known: readonly number[]): HolidayYears {
  const years = new Set(known);
  return { known, works: (day) => (years.has(yearOf(day)) ? isWorkday(day) : null) };
}

/** The package answers days of rest that it knows with `English name,中文名,days`, all others with the name of the weekday. */
function isNamed(year: number): boolean {
  return ['01-01', '05-01', '10-01'].every((day) => getDayDetail(`${year}-${day}`).name.includes(','));
}
