import { planeAround, projectRings } from '../../geometry/equal-area.js';
import { ringsFromNested } from '../../geometry/rings.js';
import type { GridModel, Layer } from '../grids/index.js';
import { groundFaults, type PlanarUnit } from './ground-faults.js';
import type { CommonGround, GroundComparison, LayerState } from './ports.js';
import type { GroundFault } from './redraw.js';
import type { BeginningUnit, EndingUnit } from './redraw-unit.js';

/** Two pictures of a layer that are laid upon each other. */
export interface Measurable {
  readonly model: GridModel;
  readonly layer: Layer;
  readonly state: LayerState;
  readonly ends: readonly EndingUnit[];
  readonly begins: readonly BeginningUnit[];
}

/** What laying them upon each other shows. */
export interface Measured {
  readonly findings: readonly GroundFault[];
  readonly common: readonly CommonGround[];
}

/** Lays old and new ground upon each other: what does not fit, and what each new unit took from each old one. */
export function measureGround(
  engine: Parameters<Parameters<GroundComparison>[0]>[0],
  { model, layer, state, ends, begins }: Measurable,
): Measured {
  const plane = planeAround(model.city.bounds);
  const planar = (units: readonly (EndingUnit | BeginningUnit)[]): readonly (PlanarUnit & { readonly position: number })[] =>
    units.flatMap(({ localId, boundary, areaM2 }, position) =>
      boundary === null || areaM2 === null ? [] : [{ localId, areaM2, position, rings: projectRings(plane, ringsFromNested(boundary)) }],
    );
  const ending = new Set(ends.map(({ uuid }) => uuid));
  const [old, young] = [planar(ends), planar(begins)];
  const findings = groundFaults(engine, {
    plane,
    ends: old,
    begins: young,
    stays: planar([...state.inForce.values()].filter(({ uuid }) => !ending.has(uuid))),
    partition: layer.partition,
    allEndsDrawn: old.length === ends.length,
    allBeginsDrawn: young.length === begins.length,
  });
  const ringsOf = (units: readonly PlanarUnit[]): readonly PlanarUnit['rings'][] => units.map(({ rings }) => rings);
  const common = engine
    .intersections(ringsOf(old), ringsOf(young))
    .map(({ a, b, areaM2 }) => ({ a: old[a]!.position, b: young[b]!.position, areaM2 }));
  return { findings, common };
}
