import type { CellNote } from '../../rows/cell-note.js';

/** What a number of a sheet is shown as. */
export type DateKind = 'DATE' | 'TIME' | 'DATE_TIME';

/** A serial number as the moment it stands for (`YYYY-MM-DD`, `YYYY-MM-DDTHH:mm:ss[.SSS]`, `HH:mm:ss`), or why it stands for none. */
export type SerialDate = { readonly text: string } | { readonly fault: NonNullable<CellNote['fault']> };

const dayMs = 86_400_000;
/** Serial number of the last day of the year 9999, in the system that counts from 1900. */
const lastSerial = 2_958_465;

/**
 * Reads a serial number in one of the two date systems of spreadsheets. The one of 1900 counts 29 February 1900, a day that
 * never was, as 60: that number is refused, and the days before it are counted one less far from 1900 than the others.
 */
export function serialDate(serial: number, kind: DateKind, from1904: boolean): SerialDate {
  const since1900 = from1904 ? serial + 1_462 : serial;
  if (!(serial >= 0) || since1900 >= lastSerial + 1) return refused('a date from 1900 to 9999');
  if (kind === 'TIME') return serial < 1 ? { text: iso(serial * dayMs).slice(11) } : refused('a time of day');
  if (!from1904 && Math.floor(serial) === 60) return refused('a day that was: 29 February 1900 never came');
  if (!from1904 && serial < 1) return refused('a date: the day 0 of January 1900 is none');
  const days = since1900 < 60 ? since1900 + 1 : since1900;
  const ms = Math.round((days - 25_569) * dayMs);
  const text = iso(ms);
  return { text: kind === 'DATE' && ms % dayMs === 0 ? text.slice(0, 10) : text };
}

function iso(ms: number): string {
  return new Date(Math.round(ms)).toISOString().replace(/(\.000)?Z$/, '');
}

function refused(expected: string): SerialDate {
  return { fault: { code: 'DATE_INVALID', expected, remedy: 'Correct the cell; a text YYYY-MM-DD is taken as well.' } };
}
