import { projectRings } from '../../../../geometry/equal-area.js';
import { overlayAreas, type PairAreas, selfOverlapAreas } from '../../../../geometry/overlay/overlay-areas.js';
import { type OverlayLayer, overlayLayer } from '../../../../geometry/overlay/overlay-layer.js';
import type { Rings } from '../../../../geometry/rings.js';
import type { OverlapArea } from '../../compute/overlay-engine.js';
import type { MeasureOverlaps } from '../ports.js';

/** Measures in the calling thread, which does nothing else meanwhile. */
export const overlapsHere: MeasureOverlaps = (questions, plane) => {
  const layerOf = (units: readonly Rings[]): OverlayLayer => overlayLayer(units.map((rings) => projectRings(plane, rings)));
  const found = questions.map(({ a, b }) => (b === null ? selfOverlapAreas(layerOf(a)) : overlayAreas(layerOf(a), layerOf(b))));
  return Promise.resolve(found.map(pairsOf));
};

function pairsOf({ size, a, b, areas }: PairAreas): readonly OverlapArea[] {
  return Array.from({ length: size }, (_, pair) => ({ a: a[pair]!, b: b[pair]!, areaM2: areas[pair]! }));
}
