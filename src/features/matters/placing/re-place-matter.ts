import type { DivisionCode } from '../../../kernel/ids.js';
import type { CityModel } from '../../crosswalk/index.js';
import { allElementsLayer } from '../../grids/index.js';
import type { Placement } from '../ports.js';
import type { HeldMatter, MovedMatter } from './held-matter.js';
import { leastWeight, type MatterPlace, placeAtPoint, placeInUnit } from './place-matter.js';

/** The units in force that took the place of units that are gone, by uuid, each with its share of the one that is gone. */
export type Heirs = ReadonlyMap<string, readonly { readonly unitUuid: string; readonly weight: number }[]>;

/** A weight that differs by less is the same place, measured again. */
const sameWeight = 1e-3;

/**
 * Where an open matter lies on the ground of `model`; null where it lies as it is held. Its point decides; without one the unit that its
 * office named, through the links of now. A place that was found by a point which nobody holds any more stays while its unit is in force.
 * A unit that is gone hands its matters on to the one that took at least half of it.
 */
export function rePlaced(model: CityModel, matter: HeldMatter, heirs: Heirs): MovedMatter | null {
  const place = placeOf(model, matter, heirs);
  const divisionCode = divisionOf(model, matter, place.divisionCode);
  const { gridUuid, placements } = place;
  if (gridUuid === matter.gridUuid && divisionCode === matter.divisionCode && isSame(placements, matter.placements)) return null;
  return { matter, divisionCode, gridUuid, placements };
}

/** The units that the places of a matter name and that `model` does not know. */
export function goneUnits(model: CityModel, { placements, unitUuid, gridUuid }: HeldMatter): readonly string[] {
  const named = [...placements.map((place) => place.unitUuid), ...[unitUuid, gridUuid].flatMap((uuid) => uuid ?? [])];
  return named.filter((uuid) => model.unitByUuid(uuid) === null);
}

type Place = Pick<MatterPlace, 'gridUuid' | 'divisionCode' | 'placements'>;

function placeOf(model: CityModel, matter: HeldMatter, heirs: Heirs): Place {
  const own = model.unitByUuid(matter.unitUuid ?? '');
  if (matter.longitude === null || matter.latitude === null) return placeWithoutPoint(model, matter, heirs);
  const place = placeAtPoint(model, matter.longitude, matter.latitude);
  if (own === null) return place;
  const others = place.placements.filter(({ unitUuid }) => unitUuid !== own.uuid);
  return { ...place, placements: [{ unitUuid: own.uuid, weight: 1, by: 'OWN_UNIT' }, ...others] };
}

function placeWithoutPoint(model: CityModel, matter: HeldMatter, heirs: Heirs): Place {
  const named = model.unitByUuid(matter.unitUuid ?? matter.gridUuid ?? '');
  const linked = named && placeInUnit(model, named);
  if (linked && matter.placements.every(({ by }) => by !== 'POINT')) return linked;
  const kept = eachUnitOnce(matter.placements.flatMap((place) => inForce(model, place, heirs) ?? []));
  const layers = new Set(kept.map(({ unitUuid }) => layerOf(model, unitUuid)));
  const isWhole = kept.length === matter.placements.length;
  const placements = isWhole
    ? kept
    : [...kept, ...(linked?.placements ?? []).filter(({ unitUuid }) => !layers.has(layerOf(model, unitUuid)))];
  const gridUuid = placements.find(({ unitUuid }) => layerOf(model, unitUuid) === allElementsLayer)?.unitUuid ?? null;
  return { gridUuid, divisionCode: model.unitByUuid(gridUuid ?? '')?.divisionCode ?? null, placements };
}

/** The place itself while its unit is in force, else the unit that took at least half of it. */
function inForce(model: CityModel, place: Placement, heirs: Heirs): Placement | null {
  if (model.unitByUuid(place.unitUuid) !== null) return place;
  const heir = heirs.get(place.unitUuid)?.find(({ weight }) => weight >= leastWeight);
  return heir && model.unitByUuid(heir.unitUuid) ? { unitUuid: heir.unitUuid, weight: place.weight * heir.weight, by: 'CROSSWALK' } : null;
}

/** Units of a layer that overlaps itself may have become one, in which a matter lies once, as far as it lay in the one that held more of it. */
function eachUnitOnce(places: readonly Placement[]): readonly Placement[] {
  const once = new Map<string, Placement>();
  for (const place of places) if (place.weight > (once.get(place.unitUuid)?.weight ?? 0)) once.set(place.unitUuid, place);
  return [...once.values()];
}

function layerOf(model: CityModel, unitUuid: string): string {
  return model.unitByUuid(unitUuid)!.layer.key;
}

/** What an office said of a matter's division stands as long as there is such a division; that of a matter born here follows its place. */
function divisionOf(model: CityModel, { bornIn, divisionCode }: HeldMatter, found: DivisionCode | null): DivisionCode | null {
  const stands = divisionCode !== null && model.divisions.find(divisionCode) !== null;
  return bornIn === 'OFFICE' && stands ? divisionCode : (found ?? divisionCode);
}

function isSame(some: readonly Placement[], others: readonly Placement[]): boolean {
  const weights = new Map(others.map(({ unitUuid, weight }) => [unitUuid, weight]));
  return (
    some.length === others.length &&
    some.every(({ unitUuid, weight }) => Math.abs((weights.get(unitUuid) ?? Number.NaN) - weight) < sameWeight)
  );
}
