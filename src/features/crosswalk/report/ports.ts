import type { EqualAreaPlane } from '../../../geometry/equal-area.js';
import type { Rings } from '../../../geometry/rings.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { OverlapArea } from '../compute/overlay-engine.js';

/** Two lists of units to be laid upon each other, or one upon itself; EPSG:4326. */
export interface OverlapQuestion {
  readonly a: readonly Rings[];
  /** Null lays `a` upon itself. */
  readonly b: readonly Rings[] | null;
}

/** Measures the common ground of every pair of each question, in order; off the caller's thread where it can. */
export type MeasureOverlaps = (
  questions: readonly OverlapQuestion[],
  plane: EqualAreaPlane,
) => Promise<readonly (readonly OverlapArea[])[]>;

/** Ground for which some organisation of an office has a duty. */
export interface DutyGround {
  readonly department: DepartmentCode;
  readonly divisionCode: DivisionCode;
}

/** Reads where duties are in force on a day, as known at an instant (null: now). */
export type ReadDutyGround = (instants: { readonly at: CalendarDate; readonly knownAt: Date | null }) => Promise<readonly DutyGround[]>;

/** Tells when the crosswalk was computed last, as known at an instant; null before the first time. */
export type ReadNewestRun = (knownAt: Date | null) => Promise<Date | null>;

/** Draws pieces of ground on one equal-area plane; synchronous and quick for a few units. */
export interface GroundPieces {
  /** The ground of `unit` that none of `by` covers. */
  remainder(unit: Rings, by: readonly Rings[]): Rings;
  /** The ground that two units have in common. */
  common(a: Rings, b: Rings): Rings;
  /** The ground of all of them together. */
  union(list: readonly Rings[]): Rings;
}
