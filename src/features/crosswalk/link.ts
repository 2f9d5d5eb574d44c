import type { CalendarDate } from '../../kernel/dates.js';
import type { GridUnit } from '../grids/index.js';
import type { LinkBasis } from './link-basis.js';

/** One way of a link, as seen from the unit that was asked. */
export interface GridLink {
  /** The other unit. */
  readonly grid: GridUnit;
  /** Share of the asked unit that lies in `grid`, by `basis`; 0 < weight ≤ 1. */
  readonly weight: number;
  /** Share of `grid` that lies in the asked unit; 0 < inverseWeight ≤ 1. */
  readonly inverseWeight: number;
  /** Between this and `weightHigh` the true share lies, where `weight` was composed; left out where it was measured. */
  readonly weightLow?: number;
  readonly weightHigh?: number;
  /** Common ground in square metres; null where the basis measures none. */
  readonly areaM2: number | null;
  readonly basis: LinkBasis;
  /** 0..1: how far the evidence carries. */
  readonly confidence: number;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** How one unit is covered by one layer: `linked + omitted + uncovered − doubleCover = 1 ± 1e-9`. */
export interface Coverage {
  readonly layerKey: string;
  readonly basis: LinkBasis | null;
  readonly linked: number;
  readonly omitted: number;
  readonly uncovered: number;
  readonly doubleCover: number;
}

/** Which links of a unit are wanted; what is left out does not narrow. */
export interface LinkWish {
  readonly layerKeys?: ReadonlySet<string>;
  readonly basis?: LinkBasis;
  /** 0..1; lighter links are left out and counted as omitted. */
  readonly minWeight?: number;
}
