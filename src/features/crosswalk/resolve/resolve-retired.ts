import { groupBy } from '../../../kernel/group-by.js';
import { allElementsLayer, type Layer } from '../../grids/index.js';
import type { Succession, Successor } from '../../lineage/index.js';
import type { Coverage, GridLink, LinkWish } from '../link.js';
import type { LinkBasis } from '../link-basis.js';
import type { CityModel } from '../model/link-table.js';
import { composedBounds, type Way } from './composed-bounds.js';
import { type LinkQuestion, linkWish, targetLayers } from './link-wish.js';
import type { DepartmentalId, IdResolution } from './resolve-ids.js';

/**
 * Resolves an id that is no longer in force through what took its place: its successors, and their links and coverage as shares of the
 * retired unit, with bounds. Ground without a successor is uncovered. Within one row bases are not mixed: what the successors are linked by
 * on another basis than most of the row counts as omitted.
 */
export function resolveRetired(
  model: CityModel,
  id: DepartmentalId,
  asked: { succession: Succession; question: LinkQuestion },
): IdResolution {
  const { succession, question } = asked;
  const { successors } = succession;
  const cityWish = linkWish(model, { basis: question.basis, minWeight: question.minWeight, layers: [allElementsLayer] });
  const layers = targetLayers(model, question).filter(({ key }) => key !== succession.unit.layerKey);
  const toCity = model.layers.filter(({ key }) => key === allElementsLayer && key !== succession.unit.layerKey);
  const rows = layers.map((layer) => rowOf(model, successors, { layer, wish: linkWish(model, question) }));
  return {
    department: id.department,
    localId: id.localId,
    status: 'RETIRED',
    grid: null,
    allElementsGrids: toCity.flatMap((layer) => rowOf(model, successors, { layer, wish: cityWish }).links),
    links: rows.flatMap(({ links }) => links),
    coverage: successors.length === 0 ? [] : rows.map(({ coverage }) => coverage),
    successors: successors.map(successorLink),
  };
}

function successorLink({ grid, weight, inverseWeight, bounds, areaM2, basis, since }: Successor): GridLink {
  return {
    grid,
    weight,
    inverseWeight,
    ...(bounds === null ? {} : { weightLow: bounds.low, weightHigh: bounds.high }),
    areaM2,
    basis,
    confidence: bounds === null ? 1 : 1 - (bounds.high - bounds.low),
    validFrom: since,
    validTo: grid.validTo,
  };
}

interface RetiredRow {
  readonly links: readonly GridLink[];
  readonly coverage: Omit<Coverage, 'layerKey'> & { readonly layer: Layer };
}

interface RowWish {
  readonly layer: Layer;
  readonly wish: LinkWish;
}

/** The row (retired unit, target layer). */
function rowOf(model: CityModel, successors: readonly Successor[], { layer, wish }: RowWish): RetiredRow {
  const { minWeight, ...unlimited } = wish;
  const ways = successors.flatMap((successor) =>
    model.links.of(successor.grid, { ...unlimited, layerKeys: new Set([layer.key]) }).map((link) => ({ successor, link })),
  );
  const basis = heaviestBasis(ways);
  const composed = [
    ...groupBy(
      ways.filter(({ link }) => link.basis === basis),
      ({ link }) => link.grid,
    ).values(),
  ].map(throughAll);
  const links = composed.filter(({ weight }) => minWeight === undefined || weight >= minWeight).sort(heaviestFirst);
  const linked = links.reduce((sum, { weight }) => sum + weight, 0);
  const offered = successors.map((successor) => ({ successor, shares: model.links.coverageOf(successor.grid, [layer], unlimited)[0] }));
  return { links, coverage: { layer, basis, ...composedShares(offered, linked) } };
}

function heaviestBasis(ways: readonly Way[]): LinkBasis | null {
  let heaviest: { basis: LinkBasis; weight: number } | null = null;
  for (const [basis, ofBasis] of groupBy(ways, ({ link }) => link.basis)) {
    const weight = ofBasis.reduce((sum, { successor, link }) => sum + successor.weight * link.weight, 0);
    if (heaviest === null || weight > heaviest.weight) heaviest = { basis, weight };
  }
  return heaviest?.basis ?? null;
}

/** One link of the retired unit through all successors that lead to the same other unit. */
function throughAll(ways: readonly Way[]): GridLink {
  const [{ link: first }] = ways as readonly [Way];
  const sum = (of: (way: Way) => number): number =>
    Math.min(
      1,
      ways.reduce((total, way) => total + of(way), 0),
    );
  const weight = sum(({ successor, link }) => successor.weight * link.weight);
  const { low, high } = composedBounds(ways);
  return {
    grid: first.grid,
    weight,
    inverseWeight: sum(({ successor, link }) => successor.inverseWeight * link.inverseWeight),
    weightLow: Math.min(low, weight),
    weightHigh: Math.max(high, weight),
    areaM2: null,
    basis: first.basis,
    confidence: Math.min(...ways.map(({ link }) => link.confidence)) * (1 - Math.max(0, high - low)),
    validFrom: ways.reduce((latest, { successor, link }) => [latest, successor.since, link.validFrom].sort().at(-1)!, ''),
    validTo: ways.map(({ link }) => link.validTo).reduce(earlier),
  };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

interface Offered {
  readonly successor: Successor;
  readonly shares: Coverage | undefined;
}

/** The four shares of a row that add up to 1 as those of every unit do: what is offered but not linked counts as omitted. */
function composedShares(offered: readonly Offered[], linked: number): Omit<Coverage, 'layerKey' | 'basis'> {
  const sum = (of: (shares: Coverage) => number): number =>
    offered.reduce((total, { successor, shares }) => total + (shares === undefined ? 0 : successor.weight * of(shares)), 0);
  const known = offered.reduce((total, { successor, shares }) => total + (shares === undefined ? 0 : successor.weight), 0);
  return {
    linked,
    omitted: Math.max(0, sum((shares) => shares.linked + shares.omitted) - linked),
    uncovered: sum(({ uncovered }) => uncovered) + Math.max(0, 1 - known),
    doubleCover: sum(({ doubleCover }) => doubleCover) + Math.max(0, known - 1),
  };
}

function heaviestFirst(a: GridLink, b: GridLink): number {
  return b.weight - a.weight || a.grid.index - b.grid.index;
}
