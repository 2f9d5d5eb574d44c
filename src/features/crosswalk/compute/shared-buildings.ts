import type { SourceId } from '../../../kernel/ids.js';
import type { BuildingHolders } from './building-holders.js';
import { confidenceOf, type CoverageRow, type LinkRow, type PairRows } from './computed-rows.js';
import type { CrosswalkLayer, CrosswalkUnit } from './crosswalk-input.js';
import { commonSpan, segmentsOf, type Span } from './span.js';

/** One layer of a pair with the buildings of its units. */
export interface BuildingSide {
  readonly position: number;
  readonly layer: CrosswalkLayer;
  readonly held: BuildingHolders;
}

/** What sharing a building means. */
export interface BuildingMeasure {
  readonly basis: 'ADDRESS' | 'HOUSEHOLDS';
  /** How much one building counts; 0 for none. */
  weightOf(building: SourceId): number;
  /** Whether two units are compared by their buildings at all. */
  compares(one: CrosswalkUnit, other: CrosswalkUnit): boolean;
  /** Whether a unit that shares nothing is told to be uncovered, by layers in which buildings may lie; else it has no row. */
  readonly tellsUnlinked: boolean;
}

/** What a unit shares with one unit of the other layer. */
interface Shared {
  readonly other: number;
  readonly span: Span;
  readonly weight: number;
}

/** Links the units of two layers by the weight of the buildings that both hold; coverage in both directions. */
export function buildingLinks(a: BuildingSide, b: BuildingSide, measure: BuildingMeasure): PairRows {
  const [fromA, fromB] = [new SharedWithLayer(a, b, measure), new SharedWithLayer(b, a, measure)];
  const links = a.layer.units.flatMap((_, unit) =>
    fromA.of(unit).map((shared) => linkOf({ a, b }, { unit, shared, measure, wholes: [fromA.wholeOf(unit), fromB.wholeOf(shared.other)] })),
  );
  return { links, coverage: [...fromA.coverage(), ...fromB.coverage()] };
}

interface FoundLink {
  readonly unit: number;
  readonly shared: Shared;
  readonly measure: BuildingMeasure;
  /** Weight of all buildings of the source, and of the target. */
  readonly wholes: readonly [source: number, target: number];
}

function linkOf({ a, b }: { a: BuildingSide; b: BuildingSide }, { unit, shared, measure, wholes }: FoundLink): LinkRow {
  const bothListed = a.held.isListed[unit]! && b.held.isListed[shared.other]!;
  return {
    source: { layer: a.position, unit },
    target: { layer: b.position, unit: shared.other },
    basis: measure.basis,
    weight: shared.weight / wholes[0],
    inverseWeight: shared.weight / wholes[1],
    areaM2: null,
    confidence: bothListed ? confidenceOf.listedBuildings : confidenceOf.locatedBuildings,
    householdCounts: null,
    ...shared.span,
  };
}

/** The buildings of one layer's units as the units of another share them. */
class SharedWithLayer {
  readonly #from: BuildingSide;
  readonly #to: BuildingSide;
  readonly #measure: BuildingMeasure;
  readonly #shared: (readonly Shared[] | undefined)[] = [];

  constructor(from: BuildingSide, to: BuildingSide, measure: BuildingMeasure) {
    this.#from = from;
    this.#to = to;
    this.#measure = measure;
  }

  wholeOf(unit: number): number {
    return this.#weightOfAll(this.#from.held.buildings[unit]!);
  }

  /** The units that share buildings of any weight with one unit on any day, ascending. */
  of(unit: number): readonly Shared[] {
    return (this.#shared[unit] ??= this.#find(unit));
  }

  coverage(): CoverageRow[] {
    const tellsUnlinked = this.#measure.tellsUnlinked && this.#to.layer.holdsBuildings;
    return this.#from.layer.units.flatMap((whole, unit) => {
      const shared = this.of(unit);
      if (this.wholeOf(unit) === 0 || (shared.length === 0 && !tellsUnlinked)) return [];
      const segments = segmentsOf(
        { validFrom: whole.validFrom, validTo: whole.validTo },
        shared.map(({ span }) => span),
      );
      const told = tellsUnlinked ? segments : segments.filter(({ active }) => active.length > 0);
      return told.map(({ span, active }) =>
        this.#rowOf(
          unit,
          span,
          active.map((part) => shared[part]!),
        ),
      );
    });
  }

  #find(unit: number): readonly Shared[] {
    const weights = new Map<number, number>();
    for (const building of this.#from.held.buildings[unit]!) {
      const weight = this.#measure.weightOf(building);
      if (weight === 0) continue;
      for (const other of this.#to.held.holders.get(building) ?? []) weights.set(other, (weights.get(other) ?? 0) + weight);
    }
    return [...weights].flatMap(([other, weight]) => this.#sharedWith(unit, other, weight) ?? []).sort((x, y) => x.other - y.other);
  }

  #rowOf(unit: number, span: Span, shared: readonly Shared[]): CoverageRow {
    const whole = this.wholeOf(unit);
    const others = new Set(shared.map(({ other }) => other));
    const covered = this.#from.held.buildings[unit]!.filter((building) =>
      (this.#to.held.holders.get(building) ?? []).some((other) => others.has(other)),
    );
    const once = this.#weightOfAll(covered);
    const claimed = shared.reduce((sum, { weight }) => sum + weight, 0);
    return {
      unit: { layer: this.#from.position, unit },
      targetLayer: this.#to.position,
      basis: this.#measure.basis,
      linked: claimed / whole,
      omitted: 0,
      uncovered: (whole - once) / whole,
      doubleCover: (claimed - once) / whole,
      ...span,
    };
  }

  #sharedWith(unit: number, other: number, weight: number): Shared | null {
    const [one, another] = [this.#from.layer.units[unit]!, this.#to.layer.units[other]!];
    const span = this.#measure.compares(one, another) ? commonSpan(one, another) : null;
    return span && { other, span, weight };
  }

  #weightOfAll(buildings: readonly SourceId[]): number {
    return buildings.reduce((sum, building) => sum + this.#measure.weightOf(building), 0);
  }
}
