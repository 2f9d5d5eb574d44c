import { groupBy } from '../../../kernel/group-by.js';
import type { Shares } from '../conservation.js';
import type { AreaLayer } from './area-layer.js';
import { confidenceOf, type CoverageRow, type LinkRow, type PairRows } from './computed-rows.js';
import { doubleCoverM2 } from './double-cover.js';
import { commonGround, type Overlaying, type TimedOverlap } from './shared-ground.js';
import { isSliver } from './sliver.js';
import { segmentsOf } from './span.js';

/** One of two layers that are laid upon each other: its position in the input and its ground. */
export interface AreaSide {
  readonly position: number;
  readonly area: AreaLayer;
  /** Whether the layer has ground at all, here or elsewhere: only then it tells what is covered by nobody. */
  readonly isDrawn: boolean;
}

/** Two layers side by side. */
export interface AreaPair {
  readonly a: AreaSide;
  readonly b: AreaSide;
}

/** Links two layers by common ground; coverage in both directions, for the units that have ground. `pairs` counts what was measured. */
export function areaLinks(pair: AreaPair, overlaying: Overlaying): PairRows & { readonly pairs: number } {
  const { a, b } = pair;
  const common = commonGround(a.area.ground, b.area.ground, overlaying);
  const kept = common.filter((one) => !isCut(pair, one));
  const mirrored = common.map((one) => ({ ...one, a: one.b, b: one.a }));
  return {
    pairs: common.length,
    links: kept.map((one) => linkOf(pair, one)),
    coverage: [...coverageOf(pair, common, overlaying), ...coverageOf({ a: b, b: a }, mirrored, overlaying)],
  };
}

function isCut({ a, b }: AreaPair, one: TimedOverlap): boolean {
  return isSliver(one.areaM2, a.area.areasM2[one.a]!, b.area.areasM2[one.b]!);
}

function linkOf({ a, b }: AreaPair, common: TimedOverlap): LinkRow {
  return {
    source: { layer: a.position, unit: a.area.units[common.a]! },
    target: { layer: b.position, unit: b.area.units[common.b]! },
    basis: 'AREA',
    weight: Math.min(1, common.areaM2 / a.area.areasM2[common.a]!),
    inverseWeight: Math.min(1, common.areaM2 / b.area.areasM2[common.b]!),
    areaM2: common.areaM2,
    confidence: confidenceOf.area,
    householdCounts: null,
    ...common.span,
  };
}

function coverageOf(pair: AreaPair, common: readonly TimedOverlap[], overlaying: Overlaying): CoverageRow[] {
  const { a, b } = pair;
  if (!b.isDrawn) return [];
  const claimsOf = groupBy(common, (one) => one.a);
  const doublesOf = groupBy(commonGround(a.area.ground, b.area.doubles.pieces, overlaying), (one) => one.a);
  return a.area.units.flatMap((unit, position) => {
    const [claims, doubles] = [claimsOf.get(position) ?? [], doublesOf.get(position) ?? []];
    const spans = [...claims, ...doubles].map(({ span }) => span);
    return segmentsOf(a.area.ground.spans[position]!, spans).map(({ span, active }) => ({
      unit: { layer: a.position, unit },
      targetLayer: b.position,
      basis: 'AREA' as const,
      ...sharesOf(pair, { position, claims: chosen(claims, active, 0), doubles: chosen(doubles, active, claims.length) }, overlaying),
      ...span,
    }));
  });
}

/** Those of a list that are active, when the list begins at `offset` among the parts. */
function chosen(list: readonly TimedOverlap[], active: readonly number[], offset: number): readonly TimedOverlap[] {
  return active.flatMap((part) => list[part - offset] ?? []);
}

/** What meets one unit on the same days. */
interface Met {
  readonly position: number;
  readonly claims: readonly TimedOverlap[];
  readonly doubles: readonly TimedOverlap[];
}

function sharesOf(pair: AreaPair, met: Met, { engine }: Overlaying): Shares {
  const { a, b } = pair;
  let [linkedM2, omittedM2] = [0, 0];
  for (const claim of met.claims) {
    if (isCut(pair, claim)) omittedM2 += claim.areaM2;
    else linkedM2 += claim.areaM2;
  }
  const twiceM2 = doubleCoverM2({ ...met, ground: a.area.ground, cover: b.area }, engine);
  const wholeM2 = a.area.areasM2[met.position]!;
  const [linked, omitted] = [linkedM2 / wholeM2, omittedM2 / wholeM2];
  const claimed = linked + omitted;
  // Rounding may claim a hair more than the whole of a unit that is fully covered: nothing is left, and the hair is double.
  const covered = Math.min(1, claimed - twiceM2 / wholeM2);
  return { linked, omitted, uncovered: 1 - covered, doubleCover: claimed - covered };
}
