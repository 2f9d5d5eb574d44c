import type { CityModel } from '../../../crosswalk/index.js';
import { allElementsLayer } from '../../../grids/index.js';
import type { MatterQuery } from '../../../matters/index.js';
import type { MatterEventConditions, Named, SeenIn } from '../../matters/matter-event-conditions.js';

/** The matters that meet the conditions now, as the read model is asked for them; open ones where no states are among the conditions. */
export function queryOfConditions(conditions: MatterEventConditions, { model, now, named }: SeenIn): MatterQuery {
  const { departments, states, sources, category, lights, area } = conditions;
  return {
    and: [...divisionsOf(conditions, model), ...placesOf(conditions, model, named)],
    ...(departments ? { departments } : {}),
    ...(states ? { states } : { isOpen: true }),
    ...(sources ? { sources } : {}),
    ...(category ? { category } : {}),
    ...(lights ? { light: { lights, at: now } } : {}),
    ...(area ? { area } : {}),
    ...responsibleOf(conditions, named),
  };
}

function divisionsOf({ division, withinDivision }: MatterEventConditions, model: CityModel): readonly MatterQuery[] {
  return [
    ...(division === undefined ? [] : [{ divisionCodes: [division] }]),
    ...(withinDivision === undefined || withinDivision === model.city.code
      ? []
      : [{ divisionCodes: model.divisions.codesWithin(withinDivision) }]),
  ];
}

function placesOf({ grid }: MatterEventConditions, model: CityModel, { units }: Named): readonly MatterQuery[] {
  const ofGrid = grid === undefined ? [] : [{ unitUuids: [model.unit(allElementsLayer, grid)?.uuid ?? []].flat() }];
  return [...ofGrid, ...(units === null ? [] : [{ unitUuids: [...units] }])];
}

function responsibleOf({ responsible }: MatterEventConditions, { organisations }: Named): Pick<MatterQuery, 'responsible'> {
  if (!responsible) return {};
  const { departments } = responsible;
  return { responsible: { ...(organisations ? { organisationUuids: [...organisations] } : {}), ...(departments ? { departments } : {}) } };
}
