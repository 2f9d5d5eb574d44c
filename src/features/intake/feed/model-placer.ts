import type { CityModel } from '../../crosswalk/index.js';
import { placeAtPoint, placeInUnit } from '../../matters/index.js';
import type { Placer } from '../ports.js';

/** Finds places on one city model. */
export function placerOn(model: CityModel): Placer {
  return {
    place: ({ longitude, latitude }) => {
      const { gridUuid, divisionCode, placements } = placeAtPoint(model, longitude, latitude);
      return { gridUuid, divisionCode, unitUuids: placements.map((placement) => placement.unitUuid) };
    },
    unit: (layerKey, localId) => model.unit(layerKey, localId),
    viaLinks: (unitUuid) => {
      const unit = model.unitByUuid(unitUuid);
      return unit === null ? { placements: [], gridUuid: null } : placeInUnit(model, unit);
    },
  };
}
