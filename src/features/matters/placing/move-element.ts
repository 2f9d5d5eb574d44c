import type { CityModel } from '../../crosswalk/index.js';
import type { ElementMove, StandingElement } from '../../elements/index.js';
import { leastWeight, placeAtPoint } from './place-matter.js';
import type { Heirs } from './re-place-matter.js';

/**
 * Where an element stands on the ground of `model`; null where it stands as it is held. Without a point it goes to the grid that took at
 * least half of its own. An organisation keeps the division that its register names.
 */
export function movedElement(model: CityModel, element: StandingElement, heirs: Heirs): ElementMove | null {
  const { gridUuid, divisionCode } = placeOf(model, element, heirs);
  return gridUuid === element.gridUuid && divisionCode === element.divisionCode ? null : { uuid: element.uuid, gridUuid, divisionCode };
}

function placeOf(model: CityModel, element: StandingElement, heirs: Heirs): Pick<StandingElement, 'gridUuid' | 'divisionCode'> {
  const { kind, longitude, latitude, gridUuid, divisionCode } = element;
  if (longitude !== null && latitude !== null) {
    const place = placeAtPoint(model, longitude, latitude);
    return { gridUuid: place.gridUuid, divisionCode: kind === 'ORGANISATION' ? divisionCode : place.divisionCode };
  }
  if (gridUuid === null || model.unitByUuid(gridUuid) !== null) return { gridUuid, divisionCode };
  const heir = heirs.get(gridUuid)?.find(({ weight }) => weight >= leastWeight)?.unitUuid ?? null;
  const stands = divisionCode !== null && model.divisions.find(divisionCode) !== null;
  return { gridUuid: heir, divisionCode: stands ? divisionCode : (model.unitByUuid(heir ?? '')?.divisionCode ?? divisionCode) };
}
