import type { Shares } from '../conservation.js';
import type { AreaLayer } from './area-layer.js';
import { confidenceOf, type CoverageRow, type LinkRow, type PairRows } from './computed-rows.js';
import { doubleCoverM2 } from './double-cover.js';
import type { OverlapArea, OverlayEngine } from './overlay-engine.js';
import { isSliver } from './sliver.js';

/** Two layers side by side: their positions in the input and their ground. */
export interface AreaPair {
  readonly a: { readonly layer: number; readonly ground: AreaLayer };
  readonly b: { readonly layer: number; readonly ground: AreaLayer };
}

/** Links two layers by common ground; coverage in both directions, for the units that have ground. */
export function areaLinks(pair: AreaPair, engine: OverlayEngine): PairRows {
  const { a, b } = pair;
  if (a.ground.units.length === 0 || b.ground.units.length === 0) return { links: [], coverage: [] };
  const common = engine.intersections(a.ground.rings, b.ground.rings);
  const kept = common.filter((one) => !isSliver(one.areaM2, a.ground.areasM2[one.a]!, b.ground.areasM2[one.b]!));
  const mirrored = common.map((one) => ({ a: one.b, b: one.a, areaM2: one.areaM2 }));
  return {
    links: kept.map((one) => linkOf(pair, one)),
    coverage: [...coverageOf(pair, common, engine), ...coverageOf({ a: b, b: a }, mirrored, engine)],
  };
}

function linkOf({ a, b }: AreaPair, common: OverlapArea): LinkRow {
  return {
    source: { layer: a.layer, unit: a.ground.units[common.a]! },
    target: { layer: b.layer, unit: b.ground.units[common.b]! },
    basis: 'AREA',
    weight: Math.min(1, common.areaM2 / a.ground.areasM2[common.a]!),
    inverseWeight: Math.min(1, common.areaM2 / b.ground.areasM2[common.b]!),
    areaM2: common.areaM2,
    confidence: confidenceOf.area,
  };
}

function coverageOf({ a, b }: AreaPair, common: readonly OverlapArea[], engine: OverlayEngine): CoverageRow[] {
  const linkedM2 = new Float64Array(a.ground.units.length);
  const omittedM2 = new Float64Array(a.ground.units.length);
  for (const one of common) {
    const isCut = isSliver(one.areaM2, a.ground.areasM2[one.a]!, b.ground.areasM2[one.b]!);
    (isCut ? omittedM2 : linkedM2)[one.a]! += one.areaM2;
  }
  const twiceM2 = doubleCoverM2(a.ground, b.ground, common, engine);
  return a.ground.units.map((unit, position) => ({
    unit: { layer: a.layer, unit },
    targetLayer: b.layer,
    basis: 'AREA',
    ...shares({ linkedM2: linkedM2[position]!, omittedM2: omittedM2[position]!, twiceM2: twiceM2[position]! }, a.ground.areasM2[position]!),
  }));
}

function shares(found: { linkedM2: number; omittedM2: number; twiceM2: number }, wholeM2: number): Shares {
  const linked = found.linkedM2 / wholeM2;
  const omitted = found.omittedM2 / wholeM2;
  const claimed = linked + omitted;
  // Rounding may claim a hair more than the whole of a unit that is fully covered: nothing is left, and the hair is double.
  const covered = Math.min(1, claimed - found.twiceM2 / wholeM2);
  return { linked, omitted, uncovered: 1 - covered, doubleCover: claimed - covered };
}
