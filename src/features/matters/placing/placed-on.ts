import type { CityModel } from '../../crosswalk/index.js';
import type { Matter } from '../matter.js';
import type { Placement } from '../ports.js';
import { placeAtPoint, placeInUnit } from './place-matter.js';

/**
 * Where a matter lies on the ground of another day: by its point; without one as it was counted on that day, and where nothing is on record
 * of a ground so old, by the unit that its office named.
 */
export function placedOn(
  model: CityModel,
  { longitude, latitude, unitUuid, gridUuid }: Pick<Matter, 'longitude' | 'latitude' | 'unitUuid' | 'gridUuid'>,
  onRecord: readonly Placement[],
): readonly Placement[] {
  if (longitude !== null && latitude !== null) return placeAtPoint(model, longitude, latitude).placements;
  const inForce = onRecord.filter((place) => model.unitByUuid(place.unitUuid) !== null);
  if (inForce.length > 0) return inForce;
  const named = model.unitByUuid(unitUuid ?? gridUuid ?? '');
  return named === null ? [] : placeInUnit(model, named).placements;
}
