import { performance } from 'node:perf_hooks';

import { overlayAreas } from '../../src/geometry/overlay/overlay-areas.js';
import { overlayLayer } from '../../src/geometry/overlay/overlay-layer.js';
import type { Rings } from '../../src/geometry/rings.js';
import { crosswalkInputs, layerPairs } from './inputs.js';
import { inThreads } from './own-threads.js';
import type { PairAreas } from './pair-areas.js';

/** What the process of our side is asked for. */
export type OwnQuestion = { readonly load: string } | { readonly run: 'one thread' | 'threads' } | { readonly pairs: true };

/** What it answers. */
export interface OwnAnswer {
  readonly milliseconds: number;
  /** The most resident memory that the process has held so far. */
  readonly peakBytes: number;
  readonly areaM2: number;
  /** By pair of layers; only where they were asked for. */
  readonly pairs: readonly PairAreas[];
}

let layers: readonly (readonly Rings[])[] = [];

/** The product in a process of its own, one thread: layers prepared once, then every pair of layers. */
function overlayAll(): readonly PairAreas[] {
  const prepared = layers.map((units) => overlayLayer(units));
  return layerPairs(layers.length).map(([a, b]) => overlayAreas(prepared[a]!, prepared[b]!));
}

async function answer(question: OwnQuestion): Promise<OwnAnswer> {
  const began = performance.now();
  let pairs: readonly PairAreas[] = [];
  if ('load' in question) layers = await crosswalkInputs.find((input) => input.name === question.load)!.layers();
  else if ('run' in question && question.run === 'threads') pairs = await inThreads(layers);
  else pairs = overlayAll();
  const milliseconds = performance.now() - began;
  const areaM2 = pairs.reduce((sum, { areas }) => areas.reduce((all, area) => all + area, sum), 0);
  return { milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024, areaM2, pairs: 'pairs' in question ? pairs : [] };
}

process.on('message', (question: OwnQuestion) => {
  answer(question).then(
    (found) => process.send!(found),
    (thrown: unknown) => {
      console.error(thrown);
      process.exit(1);
    },
  );
});
