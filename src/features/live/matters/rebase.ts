import type { CalendarDate } from '../../../kernel/dates.js';
import type { LineageUnit } from '../../lineage/index.js';

/** A unit that stands in the place of another from a day on. */
export interface RebasedShare {
  readonly unit: LineageUnit;
  /** Share of the old unit that it takes, 0–1; 1 where a unit takes its own place, changed. */
  readonly weight: number;
}

/** A boundary changed among the units that the reader of matters' changes named: what is told in the old ones goes on in the new. */
export interface Rebase {
  readonly typeName: 'Rebase';
  /** Whoever resumes from it gets everything after this change. */
  readonly cursor: string;
  /** UUID by which a repeated one is known. */
  readonly eventId: string;
  readonly position: number;
  readonly old: readonly LineageUnit[];
  /** Heaviest first; empty where nothing took the place. */
  readonly new: readonly RebasedShare[];
  /** The first day of the new state; it may be yet to come. */
  readonly effective: CalendarDate;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}
