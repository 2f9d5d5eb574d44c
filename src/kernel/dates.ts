import { CityError } from './city-error.js';

/** A calendar date `YYYY-MM-DD` without a time zone; compares correctly as a string. */
export type CalendarDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a real calendar date from year 0001 to 9999, e.g. `2024-02-29` but not `2026-02-29`. */
export function isCalendarDate(text: string): boolean {
  const parts = pattern.exec(text);
  if (!parts || parts[1] === '0000') return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Returns `text` unchanged when it is a real date; throws `DATE_INVALID` naming `where` otherwise. */
export function parseCalendarDate(text: string, where: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new CityError({
    code: 'DATE_INVALID',
    message: `${where}: expected a calendar date YYYY-MM-DD, got ${JSON.stringify(text)}.`,
    messageZh: `${where}：应为真实日期 YYYY-MM-DD，收到 ${JSON.stringify(text)}。`,
    details: { where, received: text },
  });
}

/** The calendar date that an instant falls on in an IANA time zone. */
export function dateIn(timeZone: string, instant: Date): CalendarDate {
  return calendarOf(timeZone).format(instant);
}

/** Making one takes a quarter of a millisecond, and every request asks for its day. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, made);
  return made;
}

/** `date` moved by whole days; `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whether the half-open range `[from, to)` holds `at`; `to` null means without end. */
export function holds(range: { readonly validFrom: CalendarDate; readonly validTo: CalendarDate | null }, at: CalendarDate): boolean {
  return range.validFrom <= at && (range.validTo === null || at < range.validTo);
}
