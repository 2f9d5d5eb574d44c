import type { Building } from '../elements/building.js';
import { whichHolds } from '../plane/inside.js';
import type { LayerUnit } from './layer-unit.js';

/**
 * Gives each drawn unit the households of the buildings that stand in it; units that tell their own number keep it.
 * Where the unit has a column for it, the number of buildings is told too.
 */
export function countHouseholds(units: readonly LayerUnit[], buildings: readonly Building[]): readonly LayerUnit[] {
  const holder = whichHolds(
    units.filter(({ shape }) => shape !== null),
    ({ shape }) => shape!,
  );
  const sums = new Map<string, { households: number; buildings: number }>();
  for (const { place, households } of buildings) {
    const unit = holder(place);
    if (!unit) continue;
    const sum = sums.get(unit.localId) ?? { households: 0, buildings: 0 };
    sums.set(unit.localId, { households: sum.households + households, buildings: sum.buildings + 1 });
  }
  return units.map((unit) => {
    const sum = sums.get(unit.localId) ?? { households: 0, buildings: 0 };
    const own = unit.own['grid_kind'] === undefined ? unit.own : { ...unit.own, building_count: String(sum.buildings) };
    return { ...unit, households: unit.households ?? sum.households, own };
  });
}
