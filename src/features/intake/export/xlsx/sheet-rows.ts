import { CityError } from '../../../../kernel/city-error.js';
import { isPlainText } from '../../../../kernel/text.js';
import { type Cell, numberText } from '../csv-text.js';
import { sheetText } from './sheet-text.js';
import { styles } from './workbook-frame.js';

/** What a sheet of a workbook can hold, wherever it is opened. */
const [mostRows, longestCell] = [1_048_576, 32_767];

/** One table on its way into a workbook. */
export interface SheetTable {
  readonly name: string;
  readonly header: readonly string[];
  /** Rows without the header, some at a time. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** A sheet as XML, some rows at a time: numbers as numbers, unless they have more digits than a spreadsheet keeps, everything else as text that nothing computes. Throws `FILE_TOO_LARGE`, `TEXT_INVALID`. */
export async function* sheetXml({ name, header, rows }: SheetTable): AsyncGenerator<string> {
  yield opening;
  yield rowXml(header, { name, row: 1 }, styles.header);
  let row = 1;
  for await (const batch of rows) {
    const lines = batch.map((cells) => {
      row += 1;
      return rowXml(cells, { name, row }, styles.text);
    });
    yield lines.join('');
  }
  yield '</sheetData></worksheet>';
}

const opening = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;

/** Where a row stands. */
interface Place {
  readonly name: string;
  readonly row: number;
}

function rowXml(cells: readonly Cell[], place: Place, style: number): string {
  if (place.row > mostRows) throw tooLarge(place, `at most ${mostRows} rows`, `最多 ${mostRows} 行`);
  return `<row r="${place.row}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${place.row}`, { place, style })).join('')}</row>`;
}

function cellXml(cell: Cell, at: string, { place, style }: { readonly place: Place; readonly style: number }): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number' && isKept(cell)) return `<c r="${at}"><v>${numberText(cell)}</v></c>`;
  const text = typeof cell === 'number' ? numberText(cell) : cell;
  if (text.length > longestCell) throw tooLarge(place, `cells of at most ${longestCell} characters`, `单元格最多 ${longestCell} 个字符`);
  if (!isPlainText(text)) throw spoilt(place);
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${sheetText(text)}</t></is></c>`;
}

/** Whether a spreadsheet, which keeps 15 digits, keeps all of a number. */
function isKept(number: number): boolean {
  return Number(number.toPrecision(15)) === number && Math.abs(number) < 1e15;
}

/** The letters of a column, from 0: A, B, … Z, AA. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function tooLarge({ name, row }: Place, expected: string, expectedZh: string): CityError {
  return new CityError({
    code: 'FILE_TOO_LARGE',
    message: `${name}, row ${row}: a workbook holds ${expected}.`,
    messageZh: `${name} 第 ${row} 行：工作簿${expectedZh}。`,
    hint: 'Export this part as CSV.',
  });
}

function spoilt({ name, row }: Place): CityError {
  return new CityError({
    code: 'TEXT_INVALID',
    message: `${name}, row ${row}: expected well-formed Unicode text without NUL.`,
    messageZh: `${name} 第 ${row} 行：文本含 NUL 或残缺字符。`,
    hint: 'Correct the text at its source.',
  });
}
