import { computeLinks, type CrosswalkProgress } from '../compute/compute-links.js';
import type { CrosswalkResult } from '../compute/computed-rows.js';
import type { CrosswalkInput } from '../compute/crosswalk-input.js';
import { openOverlayEngine } from '../geos/open-overlay-engine.js';

/** Computes in the calling thread, which answers nothing else meanwhile. Throws what {@link computeLinks} throws. */
export async function computeHere(input: CrosswalkInput, onProgress: (progress: CrosswalkProgress) => void): Promise<CrosswalkResult> {
  const engine = await openOverlayEngine();
  try {
    return computeLinks(input, engine, onProgress);
  } finally {
    engine.dispose();
  }
}
