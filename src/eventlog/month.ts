import type { CalendarDate } from '../kernel/dates.js';

/** The month that an instant falls on in UTC, by its first day. */
export function monthOf(instant: Date): CalendarDate {
  return `${instant.toISOString().slice(0, 7)}-01`;
}

/** The month that comes `count` months after another. */
export function monthAfter(month: CalendarDate, count: number): CalendarDate {
  const first = new Date(`${month}T00:00:00Z`);
  return monthOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + count, 1)));
}
