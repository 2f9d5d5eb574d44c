import type { ManifestFile } from '../../city-pack/manifest.js';
import { CellNote, type TableCell } from '../../rows/cell-note.js';
import type { Layout } from '../../rows/layouts.js';
import type { ReadRow } from '../../rows/source-row.js';
import { fileFault } from '../file-fault.js';
import { HeadedRows } from '../headed-rows.js';
import { type SheetRow, sheetRows } from './sheet-rows.js';
import type { MergedRange } from './survey-sheet.js';
import type { Sheet, Workbook } from './workbook.js';

/** Reads the rows of one sheet of a workbook; the first row that is not blank names the columns. */
export async function* readXlsx(book: Workbook, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  const sheet = sheetOf(book, file);
  const rows = new HeadedRows(file, layout, 'FILLED');
  const merged = new MergedRows(sheet.merged);
  let headed = false;
  for await (const batch of sheetRows(sheet, book)) {
    for (const row of batch) {
      const range = merged.at(row.number);
      if (!headed && range !== null && row.cells.length > 0) throw mergedHeader(file, range);
      const read = rows.row(range === null ? row.cells : faulty(row, range), row.number);
      headed ||= row.cells.some((cell) => cell !== '' && cell !== undefined);
      if (read !== null) yield read;
    }
  }
  rows.end();
}

/** The sheet that a file of a manifest means: the one it names, else the only one. */
function sheetOf({ sheets }: Workbook, { path, sheet }: ManifestFile): Sheet {
  const found = sheet === undefined && sheets.length === 1 ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (found) return found;
  const names = sheets.map(({ name }) => JSON.stringify(name)).join(', ');
  throw fileFault({
    file: path,
    message: `expected ${sheet === undefined ? 'one sheet' : `a sheet ${JSON.stringify(sheet)}`} that is not hidden, the workbook has ${names === '' ? 'none' : names}.`,
    messageZh: `应有${sheet === undefined ? '唯一' : ` ${JSON.stringify(sheet)} `}的可见工作表，工作簿中为 ${names === '' ? '无' : names}。`,
    hint: 'Name the sheet, or show it.',
  });
}

/** Tells row by row, downwards, whether it is touched by a merged range. */
class MergedRows {
  #next = 0;
  readonly #open: MergedRange[] = [];

  constructor(private readonly ranges: readonly MergedRange[]) {}

  at(row: number): MergedRange | null {
    for (; this.#next < this.ranges.length && this.ranges[this.#next]!.first <= row; this.#next += 1) {
      const range = this.ranges[this.#next]!;
      if ((this.#open.at(-1)?.last ?? 0) < range.last) this.#open.push(range);
    }
    const widest = this.#open.at(-1);
    return widest !== undefined && widest.last >= row ? widest : null;
  }
}

/** The row with a note at each of its cells: what stands in a merged range is shown in other rows than it is kept in. */
function faulty({ cells }: SheetRow, { range }: MergedRange): readonly TableCell[] {
  const fault = {
    code: 'BAD_USER_INPUT',
    expected: `no merged cells, ${range} is merged`,
    remedy: 'Unmerge the cells and fill each of them.',
  } as const;
  return cells.map((cell) => (cell === undefined ? cell : new CellNote(cell instanceof CellNote ? cell.value : cell, false, fault)));
}

function mergedHeader(file: ManifestFile, { range }: MergedRange): Error {
  return fileFault({
    file: file.path,
    message: `expected a first row that names the columns without merged cells, ${range} is merged.`,
    messageZh: `首行应为列名且不得合并单元格，${range} 为合并单元格。`,
    hint: 'Unmerge the cells, and delete title rows above the names of the columns.',
    details: { range },
  });
}
