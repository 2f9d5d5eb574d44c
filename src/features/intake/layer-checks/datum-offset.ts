import type { RunFinding } from '../runs/run-finding.js';
import type { LayerSurvey } from './layer-survey.js';
import { agreement, type Shift, unmoved } from './shared-ground.js';

/** Layers that leave less than this open to each other are well placed. */
const leastMismatch = 0.004;
/** A move must take away this share of what is open. */
const leastGain = 0.5;
/** GCJ-02 lies 300 to 700 m off; nearer moves are the difference of two surveys, farther ones of two cities. */
const [nearestM, farthestM] = [150, 1_200];

/**
 * Finds a layer that would cover the reference much better if all of it were moved by some hundred metres: most likely another
 * datum (GCJ-02, BD-09) behind a `crs` member that says WGS 84. `asGiven` is how far the two agree unmoved. Null where nothing
 * speaks for it.
 */
export function datumOffset(layer: LayerSurvey, reference: LayerSurvey, asGiven: number): RunFinding | null {
  if (1 - asGiven < leastMismatch) return null;
  const { shift, share } = bestShift(layer, reference);
  const metres = Math.hypot(shift.eastM, shift.northM);
  if (metres < nearestM || metres > farthestM || share - asGiven < leastGain * (1 - asGiven)) return null;
  const [east, north] = [Math.round(shift.eastM), Math.round(shift.northM)];
  return {
    kind: 'DATUM_OFFSET',
    layerKey: layer.layerKey,
    localId: null,
    message: `The layer would share ${percent(share)} instead of ${percent(asGiven)} of its ground with ${reference.layerKey} if it were moved ${east} m east and ${north} m north: it may be in another datum (GCJ-02?). Have it exported in EPSG:4326 or CGCS2000.`,
    messageZh: `该图层若整体东移 ${east} 米、北移 ${north} 米，与 ${reference.layerKey} 的重合将由 ${percent(asGiven)} 升至 ${percent(share)}，坐标系可能不同（GCJ-02？）。请以 EPSG:4326 或 CGCS2000 重新导出。`,
    measures: { eastM: east, northM: north, sharedAsGiven: asGiven, sharedWhenMoved: share, reference: reference.layerKey },
  };
}

interface Placed {
  readonly shift: Shift;
  readonly share: number;
}

/** The best of a ring of moves each way, then ever smaller steps around it. */
function bestShift(layer: LayerSurvey, reference: LayerSurvey): Placed {
  const better = (best: Placed, shift: Shift): Placed => {
    const share = agreement(layer, reference, shift, best.share);
    return share > best.share ? { shift, share } : best;
  };
  let best = [250, 500, 750, 1_000].flatMap((metres) => around(unmoved, metres)).reduce(better, { shift: unmoved, share: -1 });
  for (let step = 125; step >= 15; step /= 2) best = around(best.shift, step).reduce(better, best);
  return best;
}

function around({ eastM, northM }: Shift, metres: number): readonly Shift[] {
  return Array.from({ length: 8 }, (_, nth) => {
    const angle = (nth * Math.PI) / 4;
    return { eastM: eastM + metres * Math.cos(angle), northM: northM + metres * Math.sin(angle) };
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
