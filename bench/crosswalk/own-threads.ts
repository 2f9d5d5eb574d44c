import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

import { overlayAreas } from '../../src/geometry/overlay/overlay-areas.js';
import { type OverlayLayer, overlayLayer } from '../../src/geometry/overlay/overlay-layer.js';
import type { Rings } from '../../src/geometry/rings.js';
import { layerPairs } from './inputs.js';
import type { PairAreas } from './pair-areas.js';

type LayerPair = readonly [number, number];

interface Share {
  readonly layers: readonly (readonly Rings[])[];
  readonly pairs: readonly LayerPair[];
}

/** Every pair of layers, shared out among as many worker threads as there are processors; starting and copying included. */
export async function inThreads(layers: Share['layers']): Promise<readonly PairAreas[]> {
  const all = layerPairs(layers.length);
  const threads = Math.min(availableParallelism(), all.length);
  const shares = Array.from({ length: threads }, (_, thread) => all.filter((_, nth) => nth % threads === thread));
  const found = await Promise.all(shares.map((pairs) => inThread({ layers, pairs })));
  return all.map((_, nth) => found[nth % threads]![Math.floor(nth / threads)]!);
}

async function inThread(share: Share): Promise<readonly PairAreas[]> {
  const worker = new Worker(__filename, { workerData: share });
  try {
    return await new Promise<readonly PairAreas[]>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  } finally {
    await worker.terminate();
  }
}

function work({ layers, pairs }: Share): readonly PairAreas[] {
  const prepared = new Map<number, OverlayLayer>();
  const layerOf = (place: number): OverlayLayer => {
    const layer = prepared.get(place) ?? overlayLayer(layers[place]!);
    prepared.set(place, layer);
    return layer;
  };
  return pairs.map(([a, b]) => overlayAreas(layerOf(a), layerOf(b)));
}

if (!isMainThread) parentPort!.postMessage(work(workerData as Share));
