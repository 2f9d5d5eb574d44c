import type { Box } from '../box.js';
import type { PairAreas } from './overlay-areas.js';
import { smallerOf, squaredDiagonal, type SummedPairs } from './pair-sums.js';

/** Sorts pairs by a, then b, and leaves out those whose area rounding could have made of nothing. */
export function pairsWithGround(summed: SummedPairs, boxesA: readonly Box[], boxesB: readonly Box[]): PairAreas {
  const kept = new Uint32Array(summed.size);
  let size = 0;
  for (let pair = 0; pair < summed.size; pair++) {
    if (summed.areas[pair]! > noiseOf(smallerOf(boxesA[summed.a[pair]!]!, boxesB[summed.b[pair]!]!))) kept[size++] = pair;
  }
  const order = kept.subarray(0, size).sort((one, other) => summed.a[one]! - summed.a[other]! || summed.b[one]! - summed.b[other]!);
  return { size, ...columnsOf(summed, order) };
}

function columnsOf({ a, b, areas }: SummedPairs, order: Uint32Array): Pick<PairAreas, 'a' | 'b' | 'areas'> {
  return {
    a: order.map((pair) => a[pair]!),
    b: order.map((pair) => b[pair]!),
    areas: Float64Array.from(order, (pair) => areas[pair]!),
  };
}

/** Places are known to a few units in their last place; along an outline as long as the box, that sweeps this much. */
function noiseOf(box: Box): number {
  const diagonal = Math.sqrt(squaredDiagonal(box));
  const furthest = Math.max(Math.abs(box.minX), Math.abs(box.maxX), Math.abs(box.minY), Math.abs(box.maxY));
  return 2 ** -50 * diagonal * (diagonal + furthest);
}
