import { stringify } from 'csv-stringify/sync';

import { guarded } from '../files/formula-guard.js';

/** A value of a table that leaves the platform: text, a number of its own, or nothing. */
export type Cell = string | number | null;

/** Rows as lines of CSV (RFC 4180, CRLF). Text that a spreadsheet would take for a formula is led by an apostrophe; numbers stand as they are. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell === null ? '' : numberText(cell))));
  return stringify(texts, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

/** A number without an exponent, so that every reader takes it. */
export function numberText(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : text;
}
