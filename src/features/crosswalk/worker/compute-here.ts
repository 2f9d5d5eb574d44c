import { computePairs, type PairsResult } from '../compute/compute-links.js';
import type { CrosswalkInput } from '../compute/crosswalk-input.js';
import type { LayerPair } from '../compute/layer-pairs.js';
import { openOverlayEngine } from '../geos/open-overlay-engine.js';

/** Some pairs of an input's layers, to be computed by one thread. */
export interface ShareOfWork {
  readonly input: CrosswalkInput;
  readonly pairs: readonly LayerPair[];
}

/** Computes a share in the calling thread, which answers nothing else meanwhile. Throws what {@link computePairs} throws. */
export async function computeHere({ input, pairs }: ShareOfWork, onPair: () => void): Promise<PairsResult> {
  const engine = await openOverlayEngine();
  try {
    return computePairs(input, { pairs, engine, onPair });
  } finally {
    engine.dispose();
  }
}
