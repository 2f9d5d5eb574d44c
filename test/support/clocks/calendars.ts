import { type CalendarTerms, noHolidays, ownHolidays, stateHolidays, WorkingCalendar } from '../../../src/features/clocks/index.js';

/** A calendar of Jingdezhen: Chinese holidays, +08:00, the usual hours. */
export function chineseCalendar(terms: Partial<CalendarTerms> = {}): WorkingCalendar {
  return new WorkingCalendar({ timeZone: 'Asia/Shanghai', years: stateHolidays, ...terms });
}

/** A calendar in which every Monday to Friday of some years is worked and nothing else is known. */
export function plainCalendar(years: readonly number[], terms: Partial<CalendarTerms> = {}): WorkingCalendar {
  return chineseCalendar({ years: ownHolidays({ years, days: [] }, noHolidays), ...terms });
}

/** An instant by the clocks of China, `YYYY-MM-DDTHH:mm`. */
export const china = (local: string): Date => new Date(`${local}+08:00`);

/** An instant as the clocks of China show it, `YYYY-MM-DDTHH:mm`; midnight is the beginning of a day. */
export const inChina = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
