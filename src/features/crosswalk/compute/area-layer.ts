import { planarArea } from '../../../geometry/area.js';
import { type EqualAreaPlane, projectRings } from '../../../geometry/equal-area.js';
import type { Rings } from '../../../geometry/rings.js';
import type { OverlapArea, OverlayEngine } from './overlay-engine.js';

/** The units of a layer that have ground, on the equal-area plane. Lists run in parallel. */
export interface AreaLayer {
  /** Position of each unit in its layer. */
  readonly units: readonly number[];
  readonly rings: readonly Rings[];
  readonly areasM2: readonly number[];
  /** Where the layer lies upon itself by more than noise. */
  readonly doubles: Doubles;
}

/** The ground that two units of one layer both claim. Lists run in parallel. */
export interface Doubles {
  /** Pairs by position in `units`. */
  readonly pairs: readonly OverlapArea[];
  readonly pieces: readonly Rings[];
  /** Whether pieces lie upon each other, so that some ground is claimed three times or more. */
  readonly isDeep: boolean;
}

/** Below this, two neighbours share a border and rounding, not ground. */
const noiseM2 = 1e-6;

/** Projects the drawn units of one layer and finds where it lies upon itself. */
export function areaLayer(rings4326: readonly (Rings | null)[], plane: EqualAreaPlane, engine: OverlayEngine): AreaLayer {
  const drawn = rings4326
    .map((rings, unit) => ({ unit, planar: rings && projectRings(plane, rings) }))
    .flatMap(({ unit, planar }) => (planar ? [{ unit, planar, areaM2: planarArea(planar) }] : []))
    .filter(({ areaM2 }) => areaM2 > 0);
  const rings = drawn.map(({ planar }) => planar);
  return {
    units: drawn.map(({ unit }) => unit),
    rings,
    areasM2: drawn.map(({ areaM2 }) => areaM2),
    doubles: doublesOf(rings, engine),
  };
}

function doublesOf(rings: readonly Rings[], engine: OverlayEngine): Doubles {
  const pairs = engine.selfOverlaps(rings).filter(({ areaM2 }) => areaM2 > noiseM2);
  const pieces = pairs.map(({ a, b }) => engine.commonGround(rings, a, b));
  return { pairs, pieces, isDeep: engine.selfOverlaps(pieces).some(({ areaM2 }) => areaM2 > noiseM2) };
}
