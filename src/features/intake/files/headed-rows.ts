import type { ManifestFile } from '../city-pack/manifest.js';
import { bindColumns, type Binding } from '../rows/bind-columns.js';
import { CellNote, type TableCell } from '../rows/cell-note.js';
import type { Layout } from '../rows/layouts.js';
import type { Refusal } from '../rows/refusal.js';
import { type ReadRow, sourceRow } from '../rows/source-row.js';
import { fileFault } from './file-fault.js';

/** The rows of a table whose first row that is not blank names the columns. Blank rows are none. */
export class HeadedRows {
  #columns: Columns | null = null;

  /** `shortRows` says what a row with too few cells is: refused, or filled with empty ones. */
  constructor(
    private readonly file: ManifestFile,
    private readonly layout: Layout,
    private readonly shortRows: 'REFUSED' | 'FILLED',
  ) {}

  /** The row that some cells make; null for the header and for blank rows. Throws `PACK_INVALID` for a header that does not fit. */
  row(cells: readonly TableCell[], number: number): ReadRow | null {
    if (cells.every(isBlank)) return null;
    const columns = this.#columns;
    if (columns === null) {
      this.#columns = columnsOf(this.file, this.layout, cells.map(headerText));
      return null;
    }
    const misfit = this.#misfit(cells, columns);
    if (misfit !== null) return { number, refusal: misfit };
    const valueOf = (name: string): unknown => cells[columns.position.get(name)!];
    return sourceRow({ file: this.file.path, number, binding: columns.binding, valueOf, fault: cellFault(cells, columns) });
  }

  /** Says that no row comes any more. Throws `PACK_INVALID` where none named the columns. */
  end(): void {
    if (this.#columns === null) throw empty(this.file);
  }

  #misfit(cells: readonly TableCell[], { width, nameless }: Columns): Refusal | null {
    const beyond = cells.length > width ? cells.findLastIndex((cell) => !isBlank(cell)) + 1 : cells.length;
    if (beyond > width || (cells.length < width && this.shortRows === 'REFUSED')) {
      return misfit(cells, {
        expected: `${width} cells as in the first row, not ${beyond}`,
        remedy: 'Quote cells that hold commas, quotes or line ends, and give every row all cells.',
      });
    }
    const stray = nameless.find((index) => !isBlank(cells[index]));
    if (stray === undefined) return null;
    return misfit(cells, {
      expected: `no value in column ${stray + 1}, which the first row does not name`,
      remedy: 'Name the column, or empty it.',
    });
  }
}

interface Columns {
  /** Cells up to the last one that is named. */
  readonly width: number;
  /** Columns before the last one that have no name. */
  readonly nameless: readonly number[];
  readonly position: ReadonlyMap<string, number>;
  readonly binding: Binding;
  /** Columns that a field is read from, by place. */
  readonly bound: ReadonlyMap<number, string>;
}

function columnsOf(file: ManifestFile, layout: Layout, header: readonly string[]): Columns {
  const named = header.flatMap((name, index) => (name === '' ? [] : [{ name, index }]));
  const names = named.map(({ name }) => name);
  if (names.length === 1) refuseOtherSeparators(file, names[0]!);
  const binding = bindColumns(file, layout, names);
  const wanted = new Set(binding.names.values());
  const width = named.at(-1)!.index + 1;
  return {
    width,
    nameless: header.slice(0, width).flatMap((name, index) => (name === '' ? [index] : [])),
    position: new Map(named.map(({ name, index }) => [name, index])),
    binding,
    bound: new Map(named.filter(({ name }) => wanted.has(name)).map(({ name, index }) => [index, name])),
  };
}

function headerText(cell: TableCell): string {
  return String(cell instanceof CellNote ? cell.value : (cell ?? '')).trim();
}

function isBlank(cell: TableCell): boolean {
  return cell === undefined || cell === '';
}

/** The first cell of the row that cannot be taken, among those that a field is read from. */
function cellFault(cells: readonly TableCell[], { bound }: Columns): Refusal | null {
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== 'object' || cell.fault === null) continue;
    const field = bound.get(index);
    if (field !== undefined) return { field, value: String(cell.value), ...cell.fault };
  }
  return null;
}

function misfit(cells: readonly TableCell[], told: Pick<Refusal, 'expected' | 'remedy'>): Refusal {
  return { field: null, value: cells.map(headerText).join(','), code: 'BAD_USER_INPUT', ...told };
}

function refuseOtherSeparators(file: ManifestFile, name: string): void {
  const separator = ['\t', ';', '|'].find((character) => name.includes(character));
  if (separator === undefined) return;
  throw fileFault({
    file: file.path,
    message: `expected cells separated by commas, the first row has ${JSON.stringify(separator)} between its names.`,
    messageZh: `单元格应以逗号分隔，首行以 ${JSON.stringify(separator)} 分隔。`,
    hint: 'Save the table as CSV with commas (CSV UTF-8 in a spreadsheet).',
  });
}

function empty(file: ManifestFile): Error {
  return fileFault({
    file: file.path,
    message: 'expected a first row that names the columns, the file is empty.',
    messageZh: '首行应为列名，文件为空。',
    hint: 'Send the file again.',
  });
}
