import type { DivisionCode } from '../../../kernel/ids.js';
import type { CityModel } from '../../crosswalk/index.js';
import { allElementsLayer, type GridUnit } from '../../grids/index.js';
import type { Placement } from '../ports.js';

/** Where a matter lies: its all-elements grid, its division, and the unit of every layer. */
export interface MatterPlace {
  readonly gridUuid: string | null;
  /** The unit that was named, where one was. */
  readonly unitUuid: string | null;
  readonly divisionCode: DivisionCode | null;
  readonly placements: readonly Placement[];
}

/** Places a matter by its point: the unit of every layer that holds it, with weight 1. */
export function placeAtPoint(model: CityModel, longitude: number, latitude: number): MatterPlace {
  const units = model.locate(longitude, latitude);
  const grid = units.find((unit) => unit.layer.key === allElementsLayer) ?? null;
  return {
    gridUuid: grid?.uuid ?? null,
    unitUuid: null,
    divisionCode: grid?.divisionCode ?? units.find((unit) => unit.divisionCode !== null)?.divisionCode ?? null,
    placements: units.map((unit) => ({ unitUuid: unit.uuid, weight: 1, by: 'POINT' })),
  };
}

/** A unit lies in another where at least half of it does; less would be a guess among many. */
export const leastWeight = 0.5;

/**
 * Places a matter without a point by a unit that somebody named: that unit with weight 1, and in every other layer the unit that at least
 * half of it lies in, with that weight; where it spreads over many, the matter has no place in that layer.
 */
export function placeInUnit(model: CityModel, unit: GridUnit): MatterPlace {
  const known = placesOfUnits.get(unit);
  if (known) return known;
  const place = placeByLinks(model, unit);
  placesOfUnits.set(unit, place);
  return place;
}

// A unit belongs to one model for ever, and a petition area has thousands of links that thousands of matters would walk.
const placesOfUnits = new WeakMap<GridUnit, MatterPlace>();

function placeByLinks(model: CityModel, unit: GridUnit): MatterPlace {
  const heaviest = new Map<string, Placement & { readonly unit: GridUnit }>();
  for (const link of model.links.of(unit, { minWeight: leastWeight })) {
    const key = link.grid.layer.key;
    if (!heaviest.has(key)) heaviest.set(key, { unitUuid: link.grid.uuid, weight: link.weight, by: 'CROSSWALK', unit: link.grid });
  }
  const grid = unit.layer.key === allElementsLayer ? unit : (heaviest.get(allElementsLayer)?.unit ?? null);
  return {
    gridUuid: grid?.uuid ?? null,
    unitUuid: unit.uuid,
    divisionCode: unit.divisionCode ?? grid?.divisionCode ?? null,
    placements: [
      { unitUuid: unit.uuid, weight: 1, by: 'OWN_UNIT' },
      ...[...heaviest.values()].map(({ unitUuid, weight, by }) => ({ unitUuid, weight, by })),
    ],
  };
}
