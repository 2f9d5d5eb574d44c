import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { type CrosswalkProgress, type PairsResult, resultOf } from '../compute/compute-links.js';
import type { CrosswalkResult } from '../compute/computed-rows.js';
import type { CrosswalkInput } from '../compute/crosswalk-input.js';
import { type LayerPair, pairsOf } from '../compute/layer-pairs.js';
import { computeHere, type ShareOfWork } from './compute-here.js';
import { computeInThread } from './compute-in-thread.js';
import { shareWork } from './share-work.js';

/** What a caller may add to {@link computeCrosswalk}. */
export interface CrosswalkOptions {
  /** Called after each pair of layers, in the caller's thread; what it throws ends the computing. */
  readonly onProgress?: (progress: CrosswalkProgress) => void;
  /** At most so many threads; left out, as many as there are processors, up to 4. */
  readonly threads?: number;
}

/** Computes the crosswalk of a city somewhere. */
export type ComputeCrosswalk = (input: CrosswalkInput, options?: CrosswalkOptions) => Promise<CrosswalkResult>;

const workerFile = join(__dirname, 'crosswalk-worker.js');
const mostThreads = 4;

/**
 * Computes the crosswalk in worker threads, which end with the answer and give their memory back: large work is spread over several
 * by pairs of layers, and what they answer does not depend on how many there are. Where only the sources are at hand (tests run from
 * them) it computes in this thread. Throws `INTERNAL` where a cover does not add up or a thread dies.
 */
export const computeCrosswalk: ComputeCrosswalk = async (input, { onProgress, threads = availableParallelism() } = {}) => {
  const shares = shareWork(input, Math.min(threads, mostThreads));
  const total = pairsOf(input).length;
  let done = 0;
  const onPair = (): void => onProgress?.({ done: ++done, total });
  return resultOf(input, inOrder(input, shares, await computeShares(input, { shares, onPair })));
};

interface Shares {
  readonly shares: readonly (readonly LayerPair[])[];
  readonly onPair: () => void;
}

/** Computes all shares side by side; the first failure ends the others. */
async function computeShares(input: CrosswalkInput, { shares, onPair }: Shares): Promise<readonly PairsResult[]> {
  const ending = new AbortController();
  const compute = (work: ShareOfWork): Promise<PairsResult> =>
    existsSync(workerFile) ? computeInThread(workerFile, work, { onPair, signal: ending.signal }) : computeHere(work, onPair);
  try {
    return await Promise.all(shares.map((pairs) => compute({ input, pairs })));
  } finally {
    ending.abort();
  }
}

/** The rows of all shares in the order of the pairs, and each layer's overlap with itself once. */
function inOrder(input: CrosswalkInput, shares: readonly (readonly LayerPair[])[], results: readonly PairsResult[]): PairsResult {
  const rowsOf = new Map(shares.flatMap((pairs, share) => pairs.map((pair, at) => [pair.join('/'), results[share]!.rows[at]!] as const)));
  const overlaps = new Map(results.flatMap(({ selfOverlaps }) => selfOverlaps.map((one) => [one.layerKey, one] as const)));
  return {
    rows: pairsOf(input).map((pair) => rowsOf.get(pair.join('/'))!),
    selfOverlaps: input.layers.flatMap(({ key }) => overlaps.get(key) ?? []),
  };
}
