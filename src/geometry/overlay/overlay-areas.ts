import type { Crossings } from './crossings.js';
import { walkEdges } from './edge-walk.js';
import { findCrossings } from './find-crossings.js';
import type { OverlayLayer } from './overlay-layer.js';
import type { PairAreas } from './pair-areas.js';
import { PairSums } from './pair-sums.js';
import { pairsWithGround } from './pairs-with-ground.js';
import { type SortedBuckets, sortIntoBuckets } from './sorted-buckets.js';

export type { PairAreas } from './pair-areas.js';

/**
 * The common ground of every pair of units of two layers. The area of a pair depends on its two units alone, to the last
 * bit, whatever else the layers hold. A pair is left out where rounding could have made its area of nothing.
 *
 * No common ground is ever drawn: by Green's theorem its area is a sum over the edges of one unit within the other.
 * Sources: W. R. Franklin, Calculating Map Overlay Polygon Areas without Explicitly Calculating the Polygons (1990);
 * M. Davis, OverlayArea, in the JTS laboratory.
 */
export function overlayAreas(a: OverlayLayer, b: OverlayLayer): PairAreas {
  return walkBoth(a, b, () => true);
}

/** The pairs of units of one layer that lie upon each other, each once with `a < b`; none for a true partition. */
export function selfOverlapAreas(layer: OverlayLayer): PairAreas {
  return walkBoth(layer, layer, (one, other) => one < other);
}

function walkBoth(a: OverlayLayer, b: OverlayLayer, isWanted: (a: number, b: number) => boolean): PairAreas {
  const sums = new PairSums(a.boxes, b.boxes, isWanted);
  const crossings = findCrossings(a, b);
  walkEdges({ walked: a, through: b, isFirst: true, crossings, order: orderIn(a, crossings, 'first'), sums });
  walkEdges({ walked: b, through: a, isFirst: false, crossings, order: orderIn(b, crossings, 'second'), sums });
  return pairsWithGround(sums.summed(), a.boxes, b.boxes);
}

/** The crossings of each segment of one layer, in the order in which the segment meets them. */
function orderIn({ segments }: OverlayLayer, crossings: Crossings, side: 'first' | 'second'): SortedBuckets {
  const places = side === 'first' ? crossings.alongFirst : crossings.alongSecond;
  return sortIntoBuckets({ size: crossings.size, buckets: crossings[side], places }, segments.count);
}
