import { CityError } from '../../../kernel/city-error.js';
import type { CalendarDate } from '../../../kernel/dates.js';

/** Days in the city's time zone, half-open: `from` belongs to it, `to` does not. Null leaves that end open. */
export interface Period {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** What a figure is compared with. */
export const comparisons = ['YEAR_OVER_YEAR', 'MONTH_OVER_MONTH'] as const;

/** One of {@link comparisons}. */
export type Comparison = (typeof comparisons)[number];

const monthsBack: Readonly<Record<Comparison, number>> = { YEAR_OVER_YEAR: 12, MONTH_OVER_MONTH: 1 };

/** Everything that was ever reported. */
export const always: Period = { from: null, to: null };

/** Returns a period unchanged when it ends after it begins; throws `BAD_USER_INPUT`. */
export function checkedPeriod(period: Period): Period {
  if (period.from === null || period.to === null || period.from < period.to) return period;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `period: expected an end after the beginning, got ${period.from} to ${period.to}.`,
    messageZh: `period：结束应晚于开始，收到 ${period.from} 至 ${period.to}。`,
    hint: 'The end itself does not belong to the period: one day is from 2026-11-22 to 2026-11-23.',
  });
}

/** The period that one is compared with: both ends as many months earlier. Throws `BAD_USER_INPUT` where an end is open. */
export function comparedPeriod({ from, to }: Period, comparison: Comparison): { readonly from: CalendarDate; readonly to: CalendarDate } {
  if (from === null || to === null) throw openEnded(comparison);
  return { from: daysShifted(from, comparison), to: daysShifted(to, comparison) };
}

/** An instant as many months earlier, by UTC. */
export function instantShifted(instant: Date, comparison: Comparison): Date {
  const text = instant.toISOString();
  return new Date(`${daysShifted(text.slice(0, 10), comparison)}${text.slice(10)}`);
}

/** The key of the same hour, day or month of the compared period (`2026-11`, `2026-11-22`, `2026-11-22 14`); null where that has no such day. */
export function timeKeyShifted(key: string, comparison: Comparison): string | null {
  const month = shiftedMonth(key.slice(0, 7), comparison);
  const day = key.slice(8, 10);
  if (day !== '' && Number(day) > daysIn(month)) return null;
  return `${month}${key.slice(7)}`;
}

/** A date as many months earlier; a day that the month does not have becomes its last one. */
function daysShifted(date: CalendarDate, comparison: Comparison): CalendarDate {
  const month = shiftedMonth(date.slice(0, 7), comparison);
  return `${month}-${String(Math.min(Number(date.slice(8, 10)), daysIn(month))).padStart(2, '0')}`;
}

function shiftedMonth(yearMonth: string, comparison: Comparison): string {
  const months = Number(yearMonth.slice(0, 4)) * 12 + Number(yearMonth.slice(5, 7)) - 1 - monthsBack[comparison];
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function daysIn(yearMonth: string): number {
  return new Date(Date.UTC(Number(yearMonth.slice(0, 4)), Number(yearMonth.slice(5, 7)), 0)).getUTCDate();
}

function openEnded(comparison: Comparison): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `compare: expected a period with both ends to compare ${comparison}, got an open one.`,
    messageZh: `compare：作 ${comparison} 比较须给出起止日期。`,
    hint: 'Give period { from to }.',
  });
}
