import type { TableCell } from '../../rows/cell-note.js';
import { archiveFault } from '../archive/archive-faults.js';
import { fileLimits } from '../file-limits.js';
import { columnOf } from './cell-reference.js';
import { cellValue } from './cell-value.js';
import { RichText } from './rich-text.js';
import type { CellContext, Sheet } from './workbook.js';
import { readXml, type XmlListener } from './xml-reader.js';

/** One row of a sheet; cells before the last that are empty are undefined. */
export interface SheetRow {
  /** From 1, as the spreadsheet counts. */
  readonly number: number;
  readonly cells: readonly TableCell[];
}

/** Streams the rows of a sheet. Throws `ARCHIVE_REJECTED` for XML that is none, or cells where no spreadsheet has any. */
export async function* sheetRows({ bytes }: Sheet, context: CellContext): AsyncGenerator<readonly SheetRow[]> {
  const listener = new SheetListener(bytes.name, context);
  for await (const read of readXml(bytes, listener)) {
    const rows = listener.take();
    if (rows.length > 0) yield rows;
    void read;
  }
}

class SheetListener implements XmlListener {
  #rows: SheetRow[] = [];
  #number = 0;
  #cells: TableCell[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #hasFormula = false;
  #value: string[] = [];
  #inValue = false;
  readonly #text = new RichText();

  constructor(
    private readonly name: string,
    private readonly context: CellContext,
  ) {}

  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#hasFormula = true;
    else this.#text.open(name);
  }

  text(piece: string): void {
    if (this.#inValue) this.#value.push(piece);
    else this.#text.text(piece);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#rows.push({ number: this.#number, cells: this.#cells });
    else this.#text.close(name);
  }

  #openRow(reference: string | undefined): void {
    const number = reference === undefined ? this.#number + 1 : Number(reference);
    if (!Number.isInteger(number) || number <= this.#number || number > fileLimits.sheetRows) throw archiveFault(this.name, 'SHEET');
    this.#number = number;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    if (column === null || column <= this.#column || column >= fileLimits.sheetColumns) throw archiveFault(this.name, 'SHEET');
    this.#column = column;
    this.#type = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#hasFormula = false;
    this.#value = [];
  }

  #closeCell(): void {
    const cell = {
      type: this.#type,
      style: this.#style,
      value: this.#value.join(''),
      text: this.#text.take(),
      hasFormula: this.#hasFormula,
    };
    const value = cellValue(cell, this.context);
    if (value === undefined) return;
    while (this.#cells.length < this.#column) this.#cells.push(undefined);
    this.#cells.push(value);
  }
}
