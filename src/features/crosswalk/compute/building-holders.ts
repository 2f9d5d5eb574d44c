import { type UnitIndex, unitIndex } from '../../../geometry/unit-index.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { SourceId } from '../../../kernel/ids.js';
import type { BuildingPoint, CrosswalkLayer } from './crosswalk-input.js';

/** Which buildings each unit of a layer holds, and whether the office listed them or their points tell it. */
export interface BuildingHolders {
  /** By position of the unit; each building once. */
  readonly buildings: readonly (readonly SourceId[])[];
  readonly isListed: readonly boolean[];
  /** The units that hold a building, ascending. */
  readonly holders: ReadonlyMap<SourceId, readonly number[]>;
}

/** Finds the buildings of each unit: its own list where it has one, else those whose points lie in its polygon. */
export function buildingHolders(layer: Pick<CrosswalkLayer, 'units'>, points: readonly BuildingPoint[]): BuildingHolders {
  const buildings: Set<SourceId>[] = layer.units.map((unit) => new Set(unit.buildings));
  const isListed = buildings.map((list) => list.size > 0);
  locate(unitIndex(layer.units.map((unit, index) => (isListed[index] ? null : unit.rings))), points, buildings);
  const holdings = buildings.flatMap((held, unit) => [...held].map((building) => ({ building, unit })));
  const holders = new Map<SourceId, number[]>();
  for (const [building, found] of groupBy(holdings, ({ building }) => building))
    holders.set(
      building,
      found.map(({ unit }) => unit),
    );
  return { buildings: buildings.map((held) => [...held]), isListed, holders };
}

function locate(index: UnitIndex, points: readonly BuildingPoint[], buildings: readonly Set<SourceId>[]): void {
  for (const { code, longitude, latitude } of points) {
    if (longitude === null || latitude === null) continue;
    for (const unit of index.locate(longitude, latitude)) buildings[unit]!.add(code);
  }
}
