import { vertexCount } from '../../../geometry/rings.js';
import type { CrosswalkInput, CrosswalkLayer } from '../compute/crosswalk-input.js';
import { type LayerPair, pairsOf } from '../compute/layer-pairs.js';

/** Below this many vertices one thread is done before a second has started. */
const worthwhileVertices = 50_000;

/** Spreads the layer pairs of an input over at most `threads` shares of about equal weight; one share where the work is small. */
export function shareWork(input: CrosswalkInput, threads: number): readonly (readonly LayerPair[])[] {
  const pairs = pairsOf(input);
  const weights = input.layers.map(verticesOf);
  const isSmall = weights.reduce((total, weight) => total + weight, 0) <= worthwhileVertices;
  if (isSmall || threads < 2 || pairs.length < 2) return [pairs];
  const shares = Array.from({ length: Math.min(threads, pairs.length) }, () => ({ pairs: [] as LayerPair[], weight: 0 }));
  const weightOf = ([a, b]: LayerPair): number => weights[a]! + weights[b]!;
  for (const pair of [...pairs].sort((one, other) => weightOf(other) - weightOf(one))) {
    const lightest = shares.reduce((least, share) => (share.weight < least.weight ? share : least));
    lightest.pairs.push(pair);
    lightest.weight += weightOf(pair);
  }
  return shares.map((share) => share.pairs);
}

function verticesOf({ units }: CrosswalkLayer): number {
  return units.reduce((total, { rings }) => total + (rings ? vertexCount(rings) : 0), 0);
}
