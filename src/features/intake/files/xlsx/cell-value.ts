import { CellNote, type TableCell } from '../../rows/cell-note.js';
import { serialDate } from './excel-dates.js';
import { unescaped } from './rich-text.js';
import type { CellContext } from './workbook.js';

/** A cell as the sheet writes it. */
export interface WrittenCell {
  /** `s`, `str`, `inlineStr`, `b`, `e`, `d` or `n`. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  /** The text of an inline string. */
  readonly text: string;
  readonly hasFormula: boolean;
}

type Fault = NonNullable<CellNote['fault']>;

/** What a cell holds; undefined where it is empty. */
export function cellValue(cell: WrittenCell, context: CellContext): TableCell {
  const plain = plainValue(cell, context);
  if (!cell.hasFormula || plain instanceof CellNote) return plain;
  return plain === undefined ? new CellNote('', true, uncounted) : new CellNote(plain, true, null);
}

function plainValue(cell: WrittenCell, context: CellContext): TableCell {
  switch (cell.type) {
    case 's':
      return cell.value === '' ? undefined : (context.strings.at(Number(cell.value)) ?? new CellNote('', false, missing));
    case 'inlineStr':
      return cell.text === '' ? undefined : cell.text;
    case 'str':
    case 'd':
      return cell.value === '' ? undefined : unescaped(cell.value);
    case 'b':
      return cell.value === '' ? undefined : cell.value === '1' || cell.value === 'true';
    case 'e':
      return new CellNote(cell.value, cell.hasFormula, failed);
    default:
      return cell.value === '' ? undefined : numberValue(cell, context);
  }
}

function numberValue({ value, style, hasFormula }: WrittenCell, { styles, from1904 }: CellContext): TableCell {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return new CellNote(value, hasFormula, noNumber);
  const kind = styles[style] ?? null;
  if (kind !== null) {
    const date = serialDate(number, kind, from1904);
    return 'text' in date ? date.text : new CellNote(value, hasFormula, date.fault);
  }
  if (Math.abs(number) >= 1e15) return new CellNote(value, hasFormula, tooLong);
  // A spreadsheet shows 15 digits; the 16th and 17th are what its binary numbers leave over.
  return Number(number.toPrecision(15));
}

const tooLong: Fault = {
  code: 'ID_PRECISION',
  expected: 'text, or a number of at most 15 digits: a spreadsheet keeps no more of them',
  remedy: 'Format the column as text at the source, then write the digits again.',
};
const failed: Fault = {
  code: 'BAD_USER_INPUT',
  expected: 'a value, not the error of a formula',
  remedy: 'Correct the formula, or empty the cell.',
};
const uncounted: Fault = {
  code: 'BAD_USER_INPUT',
  expected: 'a formula whose result is stored with it',
  remedy: 'Open the workbook in a spreadsheet and save it, or paste the values.',
};
const missing: Fault = {
  code: 'BAD_USER_INPUT',
  expected: 'a text that the workbook holds',
  remedy: 'Save the workbook again in a spreadsheet.',
};
const noNumber: Fault = {
  code: 'BAD_USER_INPUT',
  expected: 'a number in a cell of numbers',
  remedy: 'Save the workbook again in a spreadsheet.',
};
