import { planeAround } from '../../../geometry/equal-area.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { GridModel, UnitGround } from '../../grids/index.js';
import { computedBases } from './computed-rows.js';
import type { BuildingPoint, CrosswalkInput } from './crosswalk-input.js';
import { countingOffice } from './household-links.js';
import { isNeither } from './pair-kinds.js';

/** What a city is compared by, beside its model: all shapes of its units, of every day, and its buildings. */
export interface CityGround {
  readonly units: readonly UnitGround[];
  readonly buildings: readonly BuildingPoint[];
  readonly today: string;
}

/** The input of a computation of everything. */
export function cityOf(model: GridModel, { units, buildings, today }: CityGround): CrosswalkInput {
  const byLayer = groupBy(units, ({ layerKey }) => layerKey);
  return {
    layers: model.layers.map(({ key, partition }) => {
      const own = byLayer.get(key) ?? [];
      return {
        key,
        partition,
        isDrawn: own.some(({ rings }) => rings !== null),
        holdsBuildings: own.some((unit) => !isNeither(unit)),
        units: own,
      };
    }),
    buildings,
    countingOffice: countingOffice(buildings),
    divisionParents: new Map(
      model.divisions.all().flatMap(({ code, parentCode }) => (parentCode === null ? [] : [[code, parentCode] as const])),
    ),
    divisionScheme: model.city.divisionScheme,
    plane: planeAround(model.city.bounds),
    today,
    bases: computedBases,
    changedLayers: null,
  };
}
