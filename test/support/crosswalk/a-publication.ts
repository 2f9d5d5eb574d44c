import { randomUUID } from 'node:crypto';

import type { CrosswalkPublication } from '../../../src/features/crosswalk/ports.js';

/** A publication of everything, without rows, computed and known at one instant, but for what the test names. */
export function aPublication(at: Date, parts: Partial<CrosswalkPublication> = {}): CrosswalkPublication {
  return {
    run: { id: randomUUID(), computedAt: at, engine: 'test', milliseconds: 1, units: 3, vertices: 12, pairs: 2 },
    recordedAt: at,
    scope: null,
    buildingsFrom: null,
    layerOf: () => 'a/a',
    selfOverlaps: [],
    links: [],
    coverage: [],
    ...parts,
  };
}
