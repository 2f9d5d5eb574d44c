import type { Box } from '../box.js';
import type { PairAreas } from './pair-areas.js';
import { smallerOf, squaredDiagonal, type SummedPairs } from './pair-sums.js';
import { sortIntoBuckets } from './sorted-buckets.js';

/** Sorts pairs by a, then b, and leaves out those whose area rounding could have made of nothing. */
export function pairsWithGround(summed: SummedPairs, boxesA: readonly Box[], boxesB: readonly Box[]): PairAreas {
  const { items } = sortIntoBuckets({ size: summed.size, buckets: summed.a, places: summed.b }, boxesA.length);
  let size = 0;
  for (const pair of items) {
    const smaller = smallerOf(boxesA[summed.a[pair]!]!, boxesB[summed.b[pair]!]!);
    if (summed.areas[pair]! > noiseOf(smaller)) items[size++] = pair;
  }
  return { size, ...columnsOf(summed, items.subarray(0, size)) };
}

function columnsOf(summed: SummedPairs, order: Uint32Array): Pick<PairAreas, 'a' | 'b' | 'areas'> {
  const a = new Uint32Array(order.length);
  const b = new Uint32Array(order.length);
  const areas = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) {
    a[at] = summed.a[order[at]!]!;
    b[at] = summed.b[order[at]!]!;
    areas[at] = summed.areas[order[at]!]!;
  }
  return { a, b, areas };
}

/** Places are known to a few units in their last place; along an outline as long as the box, that sweeps this much. */
function noiseOf(box: Box): number {
  const diagonal = Math.sqrt(squaredDiagonal(box));
  const furthest = Math.max(Math.abs(box.minX), Math.abs(box.maxX), Math.abs(box.minY), Math.abs(box.maxY));
  return 2 ** -50 * diagonal * (diagonal + furthest);
}
