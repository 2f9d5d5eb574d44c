import type { RowFault } from '../../../departments/contract.js';
import type { ErrorCode } from '../../../kernel/city-error.js';
import { isPlainText } from '../../../kernel/text.js';
import { type Refusal, RowRefused } from '../rows/refusal.js';
import type { SourceRow } from '../rows/source-row.js';

/** Characters that a name, title or other short text may have. */
export const longestText = 500;
/** Characters that the body of a matter may have. */
export const longestBody = 20_000;
const longestId = 200;

/** What a cell is refused with, its place left to {@link refuse}. */
export interface CellFault {
  readonly code?: ErrorCode;
  readonly expected: string;
  readonly expectedUnseen?: string;
  readonly remedy: string;
  /** Stands in for the text of the cell where that is not what came. */
  readonly value?: string | null;
}

/** Refuses a row because of one field. */
export function refuse(row: SourceRow, field: string | null, fault: CellFault): never {
  const refusal: Refusal = {
    field: field === null ? null : row.nameOf(field),
    value: fault.value !== undefined ? fault.value : field === null ? null : row.text(field),
    code: fault.code ?? 'BAD_USER_INPUT',
    expected: fault.expected,
    expectedUnseen: fault.expectedUnseen ?? fault.expected,
    remedy: fault.remedy,
  };
  throw new RowRefused(refusal);
}

/** Refuses a row that an office's own rule finds fault with; nothing where it finds none. */
export function refuseFault(row: SourceRow, fault: RowFault | null): void {
  if (fault !== null) refuse(row, fault.field, fault);
}

/** The text of a cell without blanks around it; null where it is not given. */
export function optionalText(row: SourceRow, field: string, longest = longestText): string | null {
  const text = row.text(field).trim();
  if (text === '') return null;
  if (!isPlainText(text))
    refuse(row, field, {
      code: 'TEXT_INVALID',
      expected: 'well-formed Unicode text without NUL',
      remedy: 'Export the file as UTF-8 again.',
    });
  if (text.includes('\uFFFD') || text.includes('锟斤拷')) {
    refuse(row, field, {
      code: 'TEXT_INVALID',
      expected: 'text that was not spoilt by a wrong encoding',
      remedy: 'Export the file as UTF-8 from the source again.',
    });
  }
  if (text.length > longest)
    refuse(row, field, { code: 'TEXT_INVALID', expected: `at most ${longest} characters`, remedy: 'Shorten the text.' });
  return text;
}

/** The text of a cell that must be filled. */
export function requiredText(row: SourceRow, field: string, longest = longestText): string {
  return optionalText(row, field, longest) ?? refuse(row, field, { expected: 'a value', remedy: 'Fill the cell.' });
}

/** How an id may have come. */
export interface IdTerms {
  /** Whether the scheme of the id is opaque, so that a whole number stands for its digits where the manifest maps the field. */
  readonly opaque: boolean;
}

/** An id that need not be given, exactly as written. Refuses numbers with `ID_PRECISION`. */
export function optionalId(row: SourceRow, field: string, terms: IdTerms = { opaque: false }): string | null {
  refuseNumber(row, field, terms);
  refuseComputed(row, field);
  const id = row.text(field);
  if (id === '') return null;
  if (/^[+-]?\d+(\.\d+)?[eE][+-]?\d+$/.test(id)) {
    refuse(row, field, {
      code: 'ID_PRECISION',
      expected: 'an id as text, not a number that a spreadsheet has shortened',
      remedy: 'Format the column as text at the source, then export again.',
    });
  }
  // A spreadsheet takes it for a mark of text; whether the register has it, nobody can tell.
  if (id.startsWith("'") || id.startsWith('’')) {
    refuse(row, field, {
      code: 'ID_PRECISION',
      expected: 'an id without an apostrophe before it',
      remedy: 'Remove the apostrophe, and format the column as text at the source.',
    });
  }
  if (id !== id.trim() || id.length > longestId || !isPlainText(id) || /\p{Cc}|\uFFFD/u.test(id)) {
    refuse(row, field, {
      expected: `an id of 1 to ${longestId} characters without blanks around it`,
      remedy: 'Write the id exactly as the register has it.',
    });
  }
  return id;
}

/** An id that must be given, exactly as written. */
export function requiredId(row: SourceRow, field: string, terms: IdTerms = { opaque: false }): string {
  return optionalId(row, field, terms) ?? refuse(row, field, { expected: 'an id', remedy: 'Fill the cell.' });
}

/** A list or a code that is no id of its own register, such as a telephone number: text, not a number that lost its zeros. */
export function optionalDigits(row: SourceRow, field: string, longest = longestText): string | null {
  refuseNumber(row, field, { opaque: false });
  return optionalText(row, field, longest);
}

function refuseNumber(row: SourceRow, field: string, terms: IdTerms): void {
  const number = row.numberIn(field);
  if (number === null) return;
  if (terms.opaque && row.isMapped(field) && Number.isSafeInteger(number)) return;
  refuse(row, field, {
    code: 'ID_PRECISION',
    expected: 'an id as text, got a number',
    remedy: 'Write the id as text at the source (in quotes in JSON): numbers lose leading zeros, and digits from the 16th on.',
  });
}

/** A formula's result is what a spreadsheet last computed, and nobody's id. */
function refuseComputed(row: SourceRow, field: string): void {
  if (!row.isComputed(field)) return;
  refuse(row, field, {
    code: 'ID_PRECISION',
    expected: 'an id as text, not the result of a formula',
    remedy: 'Paste the values over the formulas, the column formatted as text.',
  });
}

/** A whole number of at least `least`; null where it is not given. */
export function optionalInt(row: SourceRow, field: string, least = -2_147_483_648): number | null {
  const text = row.text(field).trim();
  if (text === '') return null;
  const number = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= 2_147_483_647) return number;
  return refuse(row, field, {
    expected: least > -1 ? `a whole number from ${least}` : 'a whole number',
    remedy: 'Correct the number at the source.',
  });
}

/** A finite decimal number; null where it is not given. */
export function optionalNumber(row: SourceRow, field: string): number | null {
  const text = row.text(field).trim();
  if (text === '') return null;
  const number = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(number)) return number;
  return refuse(row, field, { expected: 'a decimal number', remedy: 'Write the number with a point and without separators.' });
}

/** `true` or `false`; null where it is not given. */
export function optionalBool(row: SourceRow, field: string): boolean | null {
  const text = row.text(field).trim().toLowerCase();
  if (text === '') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return refuse(row, field, { expected: 'true or false', remedy: 'Write true or false.' });
}

/** `true` or `false`, which must be given. */
export function requiredBool(row: SourceRow, field: string): boolean {
  return optionalBool(row, field) ?? refuse(row, field, { expected: 'true or false', remedy: 'Fill the cell.' });
}

/** One of a list of words; null where it is not given. */
export function optionalWord<Word extends string>(row: SourceRow, field: string, words: readonly Word[]): Word | null {
  const text = row.text(field).trim();
  if (text === '') return null;
  return (
    words.find((word) => word === text) ??
    refuse(row, field, {
      expected: `one of ${words.join(', ')}`,
      remedy: 'Use one of these words, or map the office’s own by `words` in manifest.json.',
    })
  );
}

/** One of a list of words that must be given. */
export function requiredWord<Word extends string>(row: SourceRow, field: string, words: readonly Word[]): Word {
  return optionalWord(row, field, words) ?? refuse(row, field, { expected: `one of ${words.join(', ')}`, remedy: 'Fill the cell.' });
}

/** The entries of a cell that holds a list, separated by `;`. */
export function list(row: SourceRow, field: string): readonly string[] {
  const text = optionalDigits(row, field, 2 ** 18);
  return text === null
    ? []
    : text
        .split(';')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
