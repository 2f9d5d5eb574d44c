import type { BuildingHolders } from './building-holders.js';
import { confidenceOf, type CoverageRow, type LinkRow, type PairRows } from './computed-rows.js';
import type { CrosswalkLayer } from './crosswalk-input.js';
import { basisOf } from './pair-kinds.js';

/** One layer of a pair with the buildings of its units. */
export interface AddressSide {
  readonly position: number;
  readonly layer: CrosswalkLayer;
  readonly held: BuildingHolders;
}

/**
 * Links units by the buildings that they share, where at least one of the two is a list of buildings.
 * A weight is the share of a unit's buildings; coverage is given for units that have links, in both directions.
 */
export function addressLinks(a: AddressSide, b: AddressSide): PairRows {
  const toB = sharedByUnit(a, b);
  const toA = sharedByUnit(b, a);
  return {
    links: toB.flatMap((shared, unit) => [...shared.counts].map(([other, count]) => linkOf({ a, b }, { unit, other, count }))),
    coverage: [...coverageOf(a, b, toB), ...coverageOf(b, a, toA)],
  };
}

interface SharedBuildings {
  /** Buildings shared with each unit of the other layer. */
  readonly counts: ReadonlyMap<number, number>;
  /** Buildings shared with any of them, each once. */
  readonly distinct: number;
}

function sharedByUnit(from: AddressSide, to: AddressSide): readonly SharedBuildings[] {
  return from.layer.units.map((unit, index) => {
    const counts = new Map<number, number>();
    let distinct = 0;
    for (const building of from.held.buildings[index]!) {
      const others = (to.held.holders.get(building) ?? []).filter((other) => basisOf(unit, to.layer.units[other]!) === 'ADDRESS');
      if (others.length > 0) distinct++;
      for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return { counts, distinct };
  });
}

function linkOf({ a, b }: { a: AddressSide; b: AddressSide }, found: { unit: number; other: number; count: number }): LinkRow {
  const { unit, other, count } = found;
  const bothListed = a.held.isListed[unit]! && b.held.isListed[other]!;
  return {
    source: { layer: a.position, unit },
    target: { layer: b.position, unit: other },
    basis: 'ADDRESS',
    weight: count / a.held.buildings[unit]!.length,
    inverseWeight: count / b.held.buildings[other]!.length,
    areaM2: null,
    confidence: bothListed ? confidenceOf.listedBuildings : confidenceOf.locatedBuildings,
  };
}

function coverageOf(from: AddressSide, to: AddressSide, shared: readonly SharedBuildings[]): CoverageRow[] {
  return shared.flatMap(({ counts, distinct }, unit) => {
    if (counts.size === 0) return [];
    const whole = from.held.buildings[unit]!.length;
    const claimed = [...counts.values()].reduce((total, count) => total + count, 0);
    return [
      {
        unit: { layer: from.position, unit },
        targetLayer: to.position,
        basis: 'ADDRESS' as const,
        linked: claimed / whole,
        omitted: 0,
        uncovered: (whole - distinct) / whole,
        doubleCover: (claimed - distinct) / whole,
      },
    ];
  });
}
