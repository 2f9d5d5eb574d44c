import { type EqualAreaPlane, planeAround, projectRings } from '../../geometry/equal-area.js';
import type { Rings } from '../../geometry/rings.js';
import type { GridModel } from '../grids/index.js';

/** The plane on which the units of a city are compared. */
export function planeOf({ city }: Pick<GridModel, 'city'>): EqualAreaPlane {
  return planeAround(city.bounds);
}

/** A unit's ground on the plane of its city. */
export function onPlane(model: Pick<GridModel, 'city'>, rings4326: Rings): Rings {
  return projectRings(planeOf(model), rings4326);
}
