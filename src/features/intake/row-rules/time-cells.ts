import { addDays, type CalendarDate, isCalendarDate } from '../../../kernel/dates.js';
import type { LocalTime } from '../rows/local-time.js';
import type { SourceRow } from '../rows/source-row.js';
import { dayWritten } from '../rows/written-dates.js';
import { refuse } from './cells.js';

/** A real calendar date; null where it is not given. */
export function optionalDate(row: SourceRow, field: string): CalendarDate | null {
  const text = row.text(field).trim();
  if (text === '') return null;
  const date = dayWritten(text);
  if (isCalendarDate(date)) return date;
  return refuse(row, field, {
    code: 'DATE_INVALID',
    expected: 'a real calendar date YYYY-MM-DD',
    remedy: 'Correct the date at the source.',
  });
}

/** A real calendar date that must be given. */
export function requiredDate(row: SourceRow, field: string): CalendarDate {
  return optionalDate(row, field) ?? refuse(row, field, { code: 'DATE_INVALID', expected: 'a date YYYY-MM-DD', remedy: 'Fill the cell.' });
}

/** A half-open range: refuses one that ends before it begins. */
export function dateRange(
  row: SourceRow,
  validFrom: CalendarDate,
): { readonly validFrom: CalendarDate; readonly validTo: CalendarDate | null } {
  const validTo = optionalDate(row, 'valid_to');
  if (validTo !== null && validTo <= validFrom) {
    refuse(row, 'valid_to', {
      code: 'DATE_INVALID',
      expected: `a date after valid_from ${validFrom}`,
      remedy: 'Correct the range; it is half-open.',
    });
  }
  return { validFrom, validTo };
}

/** A date or instant as of which a row speaks, moved like the matters; null where it is not given. */
export function optionalAsOf(row: SourceRow, shiftDays: number): CalendarDate | null {
  const date = optionalDate(row, 'as_of');
  return date === null ? null : addDays(date, shiftDays);
}

/** An instant; null where it is not given. */
export function optionalInstant(row: SourceRow, field: string, time: LocalTime): Date | null {
  const text = row.text(field).trim();
  return text === '' ? null : instantOf(row, field, text, time);
}

/** An instant that must be given. */
export function requiredInstant(row: SourceRow, field: string, time: LocalTime): Date {
  return (
    optionalInstant(row, field, time) ??
    refuse(row, field, { code: 'DATE_INVALID', expected: 'an instant YYYY-MM-DDTHH:mm:ss', remedy: 'Fill the cell.' })
  );
}

/** Reads one instant out of a cell that may hold more. */
export function instantOf(row: SourceRow, field: string, text: string, time: LocalTime): Date {
  return (
    time.instant(text) ??
    refuse(row, field, {
      code: 'DATE_INVALID',
      expected: `an instant YYYY-MM-DDTHH:mm:ss that the clocks of ${time.timeZone} show, or one with an offset`,
      remedy: 'Correct the time at the source.',
    })
  );
}
