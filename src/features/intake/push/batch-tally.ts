import type { RunMark } from '../ports.js';
import type { QuarantinedRow } from '../rows/refusal.js';
import { Tally } from '../rows/tally.js';
import type { ReportedRows } from './run-report.js';

/** Hears of a refused row by its number in the batch. */
export type HearRefused = (number: number, refused: QuarantinedRow) => void;

/** A tally whose office is told of every refused row, also of those that are told to others without their place. */
export class BatchTally extends Tally {
  #hears: HearRefused = () => undefined;

  constructor(run: RunMark, rows: ReportedRows, wantsKeys: boolean) {
    super(run, rows, wantsKeys);
  }

  /** Whoever takes the next batch. */
  hear(hears: HearRefused): void {
    this.#hears = hears;
  }

  override refuse(row: QuarantinedRow, how?: { readonly isPlaceless: boolean }): void {
    if (row.rowNumber !== null) this.#hears(row.rowNumber, row);
    super.refuse(row, how);
  }
}
