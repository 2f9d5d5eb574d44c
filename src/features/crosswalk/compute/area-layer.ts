import { planarArea } from '../../../geometry/area.js';
import { type EqualAreaPlane, projectRings } from '../../../geometry/equal-area.js';
import { vertexCount } from '../../../geometry/rings.js';
import type { CrosswalkUnit } from './crosswalk-input.js';
import { Ground } from './ground.js';
import { type Overlaying, selfOverlaps, type TimedOverlap } from './shared-ground.js';

/** The units of a layer that have ground, on the equal-area plane. Lists run in parallel. */
export interface AreaLayer {
  /** Position of each unit in its layer. */
  readonly units: readonly number[];
  readonly ground: Ground;
  readonly areasM2: readonly number[];
  /** Where the layer lies upon itself by more than noise. */
  readonly doubles: Doubles;
}

/** The ground that two units of one layer both claim on the same days. Lists run in parallel. */
export interface Doubles {
  /** Pairs by position in `units`. */
  readonly pairs: readonly TimedOverlap[];
  readonly pieces: Ground;
  /** Whether pieces lie upon each other, so that some ground is claimed three times or more. */
  readonly isDeep: boolean;
}

/** Below this, two neighbours share a border and rounding, not ground. */
const noiseM2 = 1e-6;

/** Projects the drawn units of one layer and finds where it lies upon itself. */
export function areaLayer(units: readonly CrosswalkUnit[], plane: EqualAreaPlane, overlaying: Overlaying): AreaLayer {
  const drawn = units
    .map(({ rings, validFrom, validTo }, unit) => ({ unit, span: { validFrom, validTo }, planar: rings && projectRings(plane, rings) }))
    .flatMap(({ unit, span, planar }) => (planar ? [{ unit, span, planar, areaM2: planarArea(planar) }] : []))
    .filter(({ areaM2 }) => areaM2 > 0);
  const ground = new Ground(
    drawn.map(({ planar }) => planar),
    drawn.map(({ span }) => span),
  );
  return {
    units: drawn.map(({ unit }) => unit),
    ground,
    areasM2: drawn.map(({ areaM2 }) => areaM2),
    doubles: doublesOf(ground, overlaying),
  };
}

/** How many vertices the drawn units of some layers have, closing ones included. */
export function vertexTotal(layers: readonly { readonly units: readonly CrosswalkUnit[] }[]): number {
  return layers.reduce((total, { units }) => units.reduce((sum, { rings }) => sum + (rings ? vertexCount(rings) : 0), total), 0);
}

function doublesOf(ground: Ground, overlaying: Overlaying): Doubles {
  const pairs = selfOverlaps(ground, overlaying).filter(({ areaM2 }) => areaM2 > noiseM2);
  const pieces = new Ground(
    pairs.map(({ a, b }) => overlaying.engine.commonGround(ground.rings, a, b)),
    pairs.map(({ span }) => span),
  );
  return { pairs, pieces, isDeep: selfOverlaps(pieces, overlaying).some(({ areaM2 }) => areaM2 > noiseM2) };
}
