import { groupBy } from '../../../kernel/group-by.js';
import { confidenceOf, type CoverageRow, type LinkRow, type PairRows, type UnitPlace } from './computed-rows.js';
import type { CrosswalkLayer } from './crosswalk-input.js';
import type { DivisionAncestry } from './division-ancestry.js';
import { basisOf, isNeither } from './pair-kinds.js';
import { isWithin, segmentsOf, type Span } from './span.js';

/** One layer of a pair. */
export interface CodeSide {
  readonly position: number;
  readonly layer: Pick<CrosswalkLayer, 'units' | 'partition'>;
  /** Square metres of a unit; null where it has no polygon. */
  areaM2(unit: number): number | null;
}

/**
 * Links units by division code where nothing better compares them: weight 1 from a unit to the area that contains its
 * code; the inverse is its share of that area's members, by ground where all of them are drawn, else equal shares.
 */
export function codeLinks(a: CodeSide, b: CodeSide, ancestry: DivisionAncestry): PairRows {
  if (![a, b].some(({ layer }) => layer.units.some(isNeither))) return { links: [], coverage: [] };
  const rows = periodsOf([a, b]).map((period) => linksIn(period, { a, b, ancestry }));
  return { links: rows.flatMap(({ links }) => links), coverage: rows.flatMap(({ coverage }) => coverage) };
}

const always: Span = { validFrom: '0001-01-01', validTo: null };

/** The spans in which the codes of both layers stay as they are; what a code contains depends on all others of its day. */
function periodsOf(sides: readonly CodeSide[]): readonly Span[] {
  const coded = sides.flatMap(({ layer }) => layer.units.filter(({ divisionCode }) => divisionCode !== null));
  return segmentsOf(always, coded).map(({ span }) => span);
}

function linksIn(period: Span, { a, b, ancestry }: { a: CodeSide; b: CodeSide; ancestry: DivisionAncestry }): PairRows {
  const found = [...membershipLinks(a, b, { period, ancestry }), ...membershipLinks(b, a, { period, ancestry }).map(reversed)];
  const links = new Map<string, LinkRow>();
  for (const link of found) {
    const key = `${link.source.unit}/${link.target.unit}`;
    const known = links.get(key);
    links.set(key, known ? heavier(known, link) : link);
  }
  const rows = [...links.values()];
  return { links: rows, coverage: [...coverageOf(rows), ...coverageOf(rows.map(reversed))] };
}

/** When, and under which divisions, codes are compared. */
interface CodeTerms {
  readonly period: Span;
  readonly ancestry: DivisionAncestry;
}

/** Links from units of `from` to the areas of `to` that contain their codes. */
function membershipLinks(from: CodeSide, to: CodeSide, { period, ancestry }: CodeTerms): LinkRow[] {
  const siblings = unitsByCode(from.layer, period);
  const areas = unitsByCode(to.layer, period);
  const memberships = [...siblings].flatMap(([code, units]) => {
    const found = containers(code, units, { from, to, areas, ancestry });
    return units.flatMap((unit) => found.map((area) => ({ area, unit })));
  });
  return [...groupBy(memberships, ({ area }) => area)].flatMap(([area, members]) =>
    linksOfArea(from, to, { area, held: members.map(({ unit }) => unit), period }),
  );
}

function unitsByCode(layer: CodeSide['layer'], period: Span): ReadonlyMap<string, readonly number[]> {
  const byCode = new Map<string, number[]>();
  layer.units.forEach((one, unit) => {
    const { divisionCode } = one;
    if (divisionCode === null || !isWithin(period, one)) return;
    const units = byCode.get(divisionCode);
    if (units) units.push(unit);
    else byCode.set(divisionCode, [unit]);
  });
  return byCode;
}

interface ContainerSearch {
  readonly from: CodeSide;
  readonly to: CodeSide;
  readonly areas: ReadonlyMap<string, readonly number[]>;
  readonly ancestry: DivisionAncestry;
}

/** The units that contain a code: those of the smallest division around it that has any. */
function containers(code: string, siblings: readonly number[], { from, to, areas, ancestry }: ContainerSearch): readonly number[] {
  for (const division of ancestry(code)) {
    const found = areas.get(division) ?? [];
    if (found.length === 1) return found;
    // Several units of a partition are pieces of the division, so none contains the code; where the layer overlaps itself
    // each may take the whole of it, unless the askers stand in the same doubt.
    const inDoubt = division === code && siblings.length > 1 && !from.layer.partition;
    if (found.length > 1 && !to.layer.partition && !inDoubt) return found;
  }
  return [];
}

interface MembersOfArea {
  readonly area: number;
  readonly held: readonly number[];
  readonly period: Span;
}

function linksOfArea(from: CodeSide, to: CodeSide, { area, held, period }: MembersOfArea): LinkRow[] {
  const areasM2 = held.map((unit) => from.areaM2(unit));
  const total = areasM2.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  return held.flatMap((unit, index) => {
    if (basisOf(from.layer.units[unit]!, to.layer.units[area]!) !== 'CODE') return [];
    return [
      {
        source: { layer: from.position, unit },
        target: { layer: to.position, unit: area },
        basis: 'CODE' as const,
        weight: 1,
        inverseWeight: total === null ? 1 / held.length : areasM2[index]! / total,
        areaM2: null,
        confidence: total === null ? confidenceOf.codeByEqualShares : confidenceOf.codeByArea,
        householdCounts: null,
        ...period,
      },
    ];
  });
}

function coverageOf(links: readonly LinkRow[]): CoverageRow[] {
  const rows = new Map<number, { unit: UnitPlace; targetLayer: number; linked: number } & Span>();
  for (const { source, target, weight, validFrom, validTo } of links) {
    const row = rows.get(source.unit);
    if (row) row.linked += weight;
    else rows.set(source.unit, { unit: source, targetLayer: target.layer, linked: weight, validFrom, validTo });
  }
  return [...rows.values()].map(({ linked, ...row }) => ({
    ...row,
    basis: 'CODE',
    linked,
    omitted: 0,
    uncovered: Math.max(0, 1 - linked),
    doubleCover: Math.max(0, linked - 1),
  }));
}

function reversed(link: LinkRow): LinkRow {
  return { ...link, source: link.target, target: link.source, weight: link.inverseWeight, inverseWeight: link.weight };
}

/** Two units that contain each other's code are the same ground. */
function heavier(one: LinkRow, other: LinkRow): LinkRow {
  return {
    ...one,
    weight: Math.max(one.weight, other.weight),
    inverseWeight: Math.max(one.inverseWeight, other.inverseWeight),
    confidence: Math.min(one.confidence, other.confidence),
  };
}
