import type { GridUnit, Layer } from '../../grids/index.js';
import { sliverFloorM2, sliverShare } from '../compute/sliver.js';
import type { GridLink } from '../link.js';
import type { LinkBasis } from '../link-basis.js';
import type { CityModel } from '../model/link-table.js';
import { rowKey } from './decision.js';
import type { StandingDeclaration } from './ports.js';
import { doubtOf, type ReviewedLink, type ReviewReason, reviewValue } from './review-value.js';

/** A row that is worth a look. */
export interface ReviewItem {
  readonly unit: GridUnit;
  readonly layer: Layer;
  readonly reason: ReviewReason;
  /** Households that a decision might move; see {@link reviewValue}. */
  readonly value: number;
  /** The declaration in force; null where nobody declared the row. */
  readonly declarationUuid: string | null;
}

/** Bases that computing answers with when none is asked for, first come first. */
const computedBases: readonly LinkBasis[] = ['AREA', 'ADDRESS', 'CODE'];

/** All rows of a model that are worth a look, those first whose decision would change most; unit and layer decide between equals. */
export function reviewQueue(model: CityModel, standing: readonly StandingDeclaration[]): readonly ReviewItem[] {
  const seen = new Map(standing.map((one) => [rowKey(one.unitUuid, one.layerKey), one]));
  const householdsOf = householdsIn(model);
  const items = model.units.flatMap((unit) => itemsOf(unit, { model, seen, households: householdsOf(unit) }));
  return items.sort((a, b) => b.value - a.value || a.unit.index - b.unit.index || a.layer.ordinal - b.layer.ordinal);
}

/** The links of a row as computing answers them, whatever was declared; with those by households where they disagree. */
export function computedLinks({ unit, layer, reason }: ReviewItem): readonly GridLink[] {
  const { links } = unit.model as CityModel;
  const wish = { layerKeys: new Set([layer.key]) };
  const found = computedBases.map((basis) => links.of(unit, { ...wish, basis })).find((row) => row.length > 0) ?? [];
  return reason === 'BASES_DISAGREE' ? [...found, ...links.of(unit, { ...wish, basis: 'HOUSEHOLDS' })] : found;
}

/** What the rows of one unit are looked at with. */
interface Looking {
  readonly model: CityModel;
  readonly seen: ReadonlyMap<string, StandingDeclaration>;
  readonly households: number;
}

function itemsOf(unit: GridUnit, { model, seen, households }: Looking): readonly ReviewItem[] {
  const byBasis = new Map(
    [...computedBases, 'HOUSEHOLDS' as const, 'DECLARED' as const].map((basis) => [basis, rowsByLayer(model, unit, basis)]),
  );
  return model.layers.flatMap((layer) => {
    if (layer === unit.layer) return [];
    const linksOn = (basis: LinkBasis): readonly GridLink[] => byBasis.get(basis)!.get(layer) ?? [];
    const computed = computedBases.map(linksOn).find((row) => row.length > 0) ?? [];
    const byHouseholds = linksOn('HOUSEHOLDS');
    const standing = seen.get(rowKey(unit.uuid, layer.key));
    const doubt = doubtOf({
      computed: computed.map((link) => reviewed(unit, link)),
      households: byHouseholds.length === 0 ? null : weightsOf(byHouseholds),
      declared: standing === undefined ? null : weightsOf(linksOn('DECLARED')),
      seenDifference: standing?.difference ?? 0,
      isMeantToCover: layer.partition,
    });
    return doubt === null
      ? []
      : [{ unit, layer, reason: doubt.reason, value: reviewValue(households, doubt), declarationUuid: standing?.uuid ?? null }];
  });
}

function rowsByLayer(model: CityModel, unit: GridUnit, basis: LinkBasis): ReadonlyMap<Layer, readonly GridLink[]> {
  const rows = new Map<Layer, GridLink[]>();
  for (const link of model.links.of(unit, { basis })) {
    const row = rows.get(link.grid.layer);
    if (row) row.push(link);
    else rows.set(link.grid.layer, [link]);
  }
  return rows;
}

function reviewed(unit: GridUnit, { grid, weight, confidence, areaM2 }: GridLink): ReviewedLink {
  const isMeasured = areaM2 !== null && unit.areaM2 !== null && grid.areaM2 !== null;
  const cut = isMeasured ? Math.max(sliverFloorM2, sliverShare * Math.min(unit.areaM2, grid.areaM2)) : null;
  return { uuid: grid.uuid, weight, confidence, timesTheCut: cut === null ? null : areaM2! / cut };
}

function weightsOf(links: readonly GridLink[]): ReadonlyMap<string, number> {
  return new Map(links.map(({ grid, weight }) => [grid.uuid, weight]));
}

/**
 * Households of a unit: its own count, else its part by area of the largest count that any layer adds up to, else an equal part of it.
 * Where nobody counts households, the city is one.
 */
function householdsIn(model: CityModel): (unit: GridUnit) => number {
  const totals = model.layers.map((layer) => {
    const units = model.unitsOf(layer.key);
    const sum = (of: (unit: GridUnit) => number | null): number => units.reduce((total, unit) => total + (of(unit) ?? 0), 0);
    return { layer, size: units.length, areaM2: sum((unit) => unit.areaM2), households: sum((unit) => unit.households) };
  });
  const city = totals.reduce((most, { households }) => Math.max(most, households), 0) || 1;
  const byLayer = new Map(totals.map((total) => [total.layer, total]));
  return ({ layer, households, areaM2 }) => {
    if (households !== null) return households;
    const total = byLayer.get(layer)!;
    return areaM2 === null || total.areaM2 === 0 ? city / total.size : (city * areaM2) / total.areaM2;
  };
}
