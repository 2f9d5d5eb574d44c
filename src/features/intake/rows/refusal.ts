import type { ErrorCode } from '../../../kernel/city-error.js';

/** Why a row, or a field of it, cannot be taken. */
export interface Refusal {
  /** The column or property as the file names it; null where the row as a whole is meant. */
  readonly field: string | null;
  /** What came, cut to a readable length; null where it must not be shown or nothing came. */
  readonly value: string | null;
  readonly code: ErrorCode;
  /** Ends the sentence "expected …". */
  readonly expected: string;
  /** The same without a word of the row, for rows that must not be shown; `expected` where left out. */
  readonly expectedUnseen?: string;
  /** What the office can do about it. */
  readonly remedy: string;
}

/** Thrown by a row rule; whoever judges the row turns it into a quarantined one. */
export class RowRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.expected);
  }
}

/** A refused row as the register of runs keeps it. */
export interface QuarantinedRow {
  /** Path inside the pack. */
  readonly file: string;
  /** Line of a CSV file at which the row ends, or number of a GeoJSON feature from 1; null for the file as a whole. */
  readonly rowNumber: number | null;
  readonly field: string | null;
  readonly value: string | null;
  /** `<CODE>: expected …`. */
  readonly rule: string;
  readonly remedy: string;
  /** What the table holds that the row stands in, as `MATTERS` or `UNITS lighthouse/beam`; none for the city's own files. */
  readonly part?: string | undefined;
  /** The key of the record that it speaks of, by which a later row clears it; none where it was not readable or must not be kept. */
  readonly recordKey?: string | null;
}

const longestValue = 200;

/** A value as it may stand in a message: whole characters, no NUL, not endless. */
export function shownValue(value: string): string {
  const safe = value.toWellFormed().replaceAll('\u0000', '␀');
  return safe.length <= longestValue ? safe : `${safe.slice(0, longestValue).toWellFormed()}…`;
}

/** The quarantined form of a refusal of one row. */
export function quarantined(file: string, rowNumber: number | null, refusal: Refusal): QuarantinedRow {
  return {
    file,
    rowNumber,
    field: refusal.field,
    value: refusal.value === null ? null : shownValue(refusal.value),
    rule: `${refusal.code}: expected ${refusal.expected}`,
    remedy: refusal.remedy,
  };
}

/** The code and the expectation of a rule as a quarantined row tells it. */
export function ruleParts(rule: string): { readonly code: string; readonly expected: string } {
  const [, code = 'BAD_USER_INPUT', expected = rule] = /^([A-Z_]+): expected (.*)$/s.exec(rule) ?? [];
  return { code, expected };
}

/** One sentence for people: where, what was expected, what came, what to do. */
export function refusalSentence(row: QuarantinedRow): string {
  const place = [row.file, row.rowNumber === null ? null : `row ${row.rowNumber}`, row.field === null ? null : `field ${row.field}`];
  const came = row.value === null ? '' : `, got ${JSON.stringify(row.value)}`;
  return `${place.filter((part) => part !== null).join(', ')}: ${row.rule}${came}. ${row.remedy}`;
}
