import { addressLinks } from './address-links.js';
import { type AreaLayer, areaLayer } from './area-layer.js';
import { areaLinks } from './area-links.js';
import { type BuildingHolders, buildingHolders } from './building-holders.js';
import { codeLinks } from './code-links.js';
import { completeCoverage } from './complete-coverage.js';
import type { CoverageRow, CrosswalkResult, DerivedBoundary, PairRows } from './computed-rows.js';
import type { CrosswalkInput, CrosswalkLayer } from './crosswalk-input.js';
import { withDerivedBoundaries } from './derived-boundaries.js';
import { type DivisionAncestry, divisionAncestry } from './division-ancestry.js';
import type { OverlayEngine } from './overlay-engine.js';

/** How far the computing has come: pairs of layers done, of all. */
export interface CrosswalkProgress {
  readonly done: number;
  readonly total: number;
}

/** A layer with everything that pairs ask of it, made once. */
interface PreparedLayer {
  readonly position: number;
  readonly layer: CrosswalkLayer;
  readonly ground: AreaLayer;
  readonly held: BuildingHolders;
  readonly areasM2: readonly (number | null)[];
}

/**
 * Computes the links between all units of different layers, and how every unit is covered by every other layer.
 * Pure but for `onProgress`; throws `INTERNAL` where a cover does not add up, before anything is answered.
 */
export function computeLinks(
  input: CrosswalkInput,
  engine: OverlayEngine,
  onProgress: (progress: CrosswalkProgress) => void,
): CrosswalkResult {
  const layers = withDerivedBoundaries(input.layers, engine);
  const prepared = layers.map((layer, position) => prepare(layer, position, input, engine));
  const ancestry = divisionAncestry(input);
  const pairs = prepared.flatMap((a, index) => prepared.slice(index + 1).map((b) => ({ a, b })));
  const rows = pairs.map(({ a, b }, index) => {
    const found = pairRows(a, b, engine, ancestry);
    onProgress({ done: index + 1, total: pairs.length });
    return found;
  });
  return {
    links: rows.flatMap(({ links }) => links),
    coverage: rows.flatMap(({ coverage }) => coverage),
    derivedBoundaries: derivedBoundaries(input.layers, layers),
    selfOverlaps: prepared.flatMap(selfOverlapOf),
  };
}

function prepare(layer: CrosswalkLayer, position: number, input: CrosswalkInput, engine: OverlayEngine): PreparedLayer {
  const ground = areaLayer(
    layer.units.map(({ rings }) => rings),
    input.plane,
    engine,
  );
  const areasM2 = new Array<number | null>(layer.units.length).fill(null);
  ground.units.forEach((unit, index) => (areasM2[unit] = ground.areasM2[index]!));
  return { position, layer, ground, areasM2, held: buildingHolders(layer, input.buildings) };
}

function pairRows(a: PreparedLayer, b: PreparedLayer, engine: OverlayEngine, ancestry: DivisionAncestry): PairRows {
  const byArea = areaLinks({ a: { layer: a.position, ground: a.ground }, b: { layer: b.position, ground: b.ground } }, engine);
  const byAddress = addressLinks(a, b);
  const byCode = codeLinks(a, b, ancestry);
  const coverage: CoverageRow[] = [...byArea.coverage, ...byAddress.coverage, ...byCode.coverage];
  return { links: [...byArea.links, ...byAddress.links, ...byCode.links], coverage: completeCoverage(a, b, coverage) };
}

function derivedBoundaries(given: readonly CrosswalkLayer[], drawn: readonly CrosswalkLayer[]): DerivedBoundary[] {
  return drawn.flatMap(({ units }, layer) =>
    units.flatMap(({ rings }, unit) => (rings && !given[layer]!.units[unit]!.rings ? [{ place: { layer, unit }, rings }] : [])),
  );
}

function selfOverlapOf({ layer, ground }: PreparedLayer): CrosswalkResult['selfOverlaps'] {
  const { pairs } = ground.doubles;
  if (pairs.length === 0) return [];
  return [{ layerKey: layer.key, pairs: pairs.length, areaM2: pairs.reduce((total, { areaM2 }) => total + areaM2, 0) }];
}
