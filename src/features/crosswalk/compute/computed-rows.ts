import type { LayerKey } from '../../../kernel/ids.js';
import type { LinkBasis } from '../link-basis.js';
import type { LinkRecord } from '../ports.js';
import type { Span } from './span.js';

/** The bases that can be computed; people declare the other one. */
export type ComputedBasis = Exclude<LinkBasis, 'DECLARED'>;

/** All that can be computed. */
export const computedBases: readonly ComputedBasis[] = ['AREA', 'HOUSEHOLDS', 'ADDRESS', 'CODE'];

/** A unit by the positions of its layer and of itself in the input. */
export interface UnitPlace {
  readonly layer: number;
  readonly unit: number;
}

/** A computed link, once for both ways, and the days on which it holds. */
export interface LinkRow extends Span {
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
  /** By counting office, where several counted; null otherwise. */
  readonly householdCounts: LinkRecord['householdCounts'];
}

/**
 * How one unit is covered by one other layer on one basis: `linked + omitted + uncovered − doubleCover = 1 ± 1e-9`.
 * A drawn unit has AREA rows for every layer that is drawn anywhere, a unit of counted households has HOUSEHOLDS rows for
 * every layer that may hold buildings; the other bases have rows where they have links. The rows of one basis do not share a day.
 */
export interface CoverageRow extends Span {
  readonly unit: UnitPlace;
  readonly targetLayer: number;
  readonly basis: ComputedBasis;
  readonly linked: number;
  /** Share cut off as slivers. */
  readonly omitted: number;
  readonly uncovered: number;
  readonly doubleCover: number;
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
  readonly selfOverlaps: readonly SelfOverlap[];
  readonly effort: Effort;
}

/** What a computation went through. */
export interface Effort {
  /** Vertices of all drawn units that were compared, closing ones included. */
  readonly vertices: number;
  /** Pairs of units whose common ground was measured, slivers included. */
  readonly pairs: number;
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
