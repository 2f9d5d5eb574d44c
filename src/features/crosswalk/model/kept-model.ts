import type { CalendarDate } from '../../../kernel/dates.js';
import type { UnitColumns } from '../../grids/index.js';
import type { CoverageRows } from './coverage-table.js';
import type { LinkColumns, LinkRows } from './link-columns.js';

/** Where the city index stood at one instant: what a model was read from, at least. */
export interface IndexMark {
  /** The life of the event log, and the last event in it. */
  readonly epoch: string;
  readonly position: number;
  /** Tells apart what the tables of units and of computations held; equal texts, equal tables. */
  readonly tables: string;
  /** The oldest transaction that was still open (`xid8`): rows written by it or a later one may not have been seen. */
  readonly oldestOpen: string;
}

/** What a kept model is about. It is put to use only where all of it holds now. */
export interface KeptAbout {
  /** Raised whenever a column comes to mean something else. */
  readonly form: number;
  readonly mark: IndexMark;
  readonly cityCode: string;
  readonly at: CalendarDate;
  /** In the order that the columns count them. */
  readonly layerKeys: readonly string[];
  readonly linkBases: readonly string[];
}

/** The columns of a city model: all of it but what stands around the units. */
export interface KeptColumns {
  readonly units: UnitColumns;
  readonly links: LinkColumns & { readonly rows: LinkRows };
  readonly coverage: CoverageRows;
}

/** Tells where the index stands. */
export interface IndexMarks {
  now(): Promise<IndexMark>;
  /** Why a model read at `mark` may no longer be right: what has happened since; null where nothing has. */
  changeSince(mark: IndexMark): Promise<string | null>;
}

/** Keeps the model of now over a restart. */
export interface ModelKeeper {
  /** What was kept, where `faultOf` finds nothing wrong with it; null, with a line in the log, where it cannot be used. Never throws. */
  load(faultOf: (about: KeptAbout) => Promise<string | null>): Promise<{ readonly about: KeptAbout; readonly columns: KeptColumns } | null>;
  /** Puts a model in the place of what was kept. */
  save(about: KeptAbout, columns: KeptColumns): Promise<void>;
}
