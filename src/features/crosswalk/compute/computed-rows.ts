import type { Rings } from '../../../geometry/rings.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { LinkBasis } from '../link-basis.js';

/** The bases that can be computed; the others are declared or need households. */
export type ComputedBasis = Extract<LinkBasis, 'AREA' | 'ADDRESS' | 'CODE'>;

/** A unit by the positions of its layer and of itself in the input. */
export interface UnitPlace {
  readonly layer: number;
  readonly unit: number;
}

/** A computed link, once for both ways; its basis is the same seen from either end. */
export interface LinkRow {
  readonly source: UnitPlace;
  readonly target: UnitPlace;
  readonly basis: ComputedBasis;
  /** Share of the source that lies in the target; 0 < weight ≤ 1. */
  readonly weight: number;
  /** Share of the target that lies in the source; 0 < inverseWeight ≤ 1. */
  readonly inverseWeight: number;
  /** Common ground; null unless the basis is AREA. */
  readonly areaM2: number | null;
  /** 0..1; see {@link confidenceOf}. */
  readonly confidence: number;
}

/**
 * How one unit is covered by one other layer on one basis: `linked + omitted + uncovered − doubleCover = 1 ± 1e-9`.
 * Every unit has at least one row for every other layer, and one for every basis on which it has links there.
 */
export interface CoverageRow {
  readonly unit: UnitPlace;
  readonly targetLayer: number;
  /** Null where nothing could be compared: neither polygons, nor buildings, nor codes. */
  readonly basis: ComputedBasis | null;
  readonly linked: number;
  /** Share cut off as slivers. */
  readonly omitted: number;
  readonly uncovered: number;
  readonly doubleCover: number;
}

/** A boundary that the office does not draw but that follows from the members of a unit. */
export interface DerivedBoundary {
  readonly place: UnitPlace;
  /** EPSG:4326. */
  readonly rings: Rings;
}

/** A layer whose polygons lie upon each other. */
export interface SelfOverlap {
  readonly layerKey: LayerKey;
  readonly pairs: number;
  readonly areaM2: number;
}

/** All that was computed from one input. */
export interface CrosswalkResult {
  readonly links: readonly LinkRow[];
  readonly coverage: readonly CoverageRow[];
  readonly derivedBoundaries: readonly DerivedBoundary[];
  readonly selfOverlaps: readonly SelfOverlap[];
}

/** The links and coverage of one pair of layers on one basis. */
export interface PairRows {
  readonly links: readonly LinkRow[];
  readonly coverage: readonly CoverageRow[];
}

/** How far each kind of evidence carries. */
export const confidenceOf = {
  /** Both outlines are drawn. */
  area: 1,
  /** Both ends list the building. */
  listedBuildings: 0.95,
  /** A building's point stands for its ground. */
  locatedBuildings: 0.9,
  /** The code tells the place, the polygons of all members the shares. */
  codeByArea: 0.8,
  /** The code tells the place; the shares are taken as equal. */
  codeByEqualShares: 0.5,
} as const;
