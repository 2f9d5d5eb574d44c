import { overlayAreas, type PairAreas, selfOverlapAreas } from '../../../src/geometry/overlay/overlay-areas.js';
import { overlayLayer } from '../../../src/geometry/overlay/overlay-layer.js';
import type { Rings } from '../../../src/geometry/rings.js';

/** Position in the first layer, position in the second, their common ground. */
export type Overlap = readonly [a: number, b: number, area: number];

/** What units of two layers have in common, pair by pair. */
export function overlapsBetween(a: readonly Rings[], b: readonly Rings[]): readonly Overlap[] {
  return rowsOf(overlayAreas(overlayLayer(a), overlayLayer(b)));
}

/** What units of one layer have in common, pair by pair. */
export function overlapsWithin(units: readonly Rings[]): readonly Overlap[] {
  return rowsOf(selfOverlapAreas(overlayLayer(units)));
}

/** All areas together. */
export function totalOf(overlaps: readonly Overlap[]): number {
  return overlaps.reduce((total, [, , area]) => total + area, 0);
}

function rowsOf({ size, a, b, areas }: PairAreas): readonly Overlap[] {
  return Array.from({ length: size }, (_, pair) => [a[pair]!, b[pair]!, areas[pair]!] as const);
}
