import type { Refusal } from './refusal.js';

/** A cell of a sheet of which more must be told than its value. */
export class CellNote {
  constructor(
    /** What the cell shows, as near as text can say it. */
    readonly value: string | number | boolean,
    /** Whether a formula made it. */
    readonly computed: boolean,
    /** Why no row with this cell can be taken; null where it can. */
    readonly fault: Pick<Refusal, 'code' | 'expected' | 'remedy'> | null,
  ) {}
}

/** What can stand in a cell of a table; undefined where nothing does. */
export type TableCell = string | number | boolean | CellNote | undefined;
