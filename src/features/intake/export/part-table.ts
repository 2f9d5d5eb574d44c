import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { TablePart } from '../office/table-part.js';
import type { Report } from '../runs/progress.js';
import type { Cell } from './csv-text.js';
import type { ExportedPart } from './export-outcome.js';
import type { HeaderChoice } from './file-names.js';
import type { FeatureRow } from './geojson-bytes.js';
import type { KeptCount } from './kept-records.js';
import { partRows, type RowBatch, type RowTerms } from './part-rows.js';
import { cellsOf, exportColumns, headerOf } from './said-cells.js';
import type { TableColumn } from './table-columns.js';

/** One part that is to be written, and how much of it there is. */
export interface WishedPart {
  readonly part: TablePart;
  readonly name: string;
  readonly kept: KeptCount;
}

/** What writing a part needs. */
export interface TableTerms extends RowTerms {
  readonly department: DepartmentDefinition;
  readonly headers: HeaderChoice;
  readonly report: Report;
  readonly signal: AbortSignal;
}

/** A part on its way into a file: its header, and its rows as they are read. Knows at the end what was written. */
export class PartTable {
  #rows = 0;
  #unsayable = 0;
  readonly #columns: readonly TableColumn[];

  /** `hasGeometry`: whether the file says where a row lies by a geometry. */
  constructor(
    private readonly wished: WishedPart,
    private readonly terms: TableTerms,
    hasGeometry: boolean,
  ) {
    this.#columns = exportColumns(wished.part, terms.department, hasGeometry);
  }

  get name(): string {
    return this.wished.name;
  }

  get header(): readonly string[] {
    return this.#columns.map((column) => headerOf(column, this.terms.headers));
  }

  /** The rows as cells. Throws the reason of the signal where the export is broken off. */
  async *rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for await (const { rows } of this.#batches()) yield rows.map((row) => cellsOf(row, this.#columns, this.terms.headers));
  }

  /** The rows as cells and the ground that they lie on. */
  async *features(): AsyncGenerator<readonly FeatureRow[]> {
    for await (const { rows } of this.#batches())
      yield rows.map((row) => ({ cells: cellsOf(row, this.#columns, this.terms.headers), ground: row.ground }));
  }

  /** What was written; ask when all rows have been. */
  get exported(): ExportedPart {
    const { sealed, earlier, ended } = this.wished.kept;
    return { name: this.name, rows: this.#rows, leftOut: { sealed, earlier, ended, unsayable: this.#unsayable } };
  }

  async *#batches(): AsyncGenerator<RowBatch> {
    const { report, signal } = this.terms;
    const { name, kept } = this.wished;
    for await (const batch of partRows(this.wished.part, this.terms)) {
      signal.throwIfAborted();
      yield batch;
      this.#rows += batch.rows.length;
      this.#unsayable += batch.unsayable;
      report({ stage: name, done: this.#rows, total: kept.rows });
    }
    report({ stage: name, done: this.#rows, total: this.#rows });
  }
}
