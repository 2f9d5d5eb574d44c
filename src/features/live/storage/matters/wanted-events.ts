import type { EventFilter } from '../../../../eventlog/event-filter.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { MatterEventConditions } from '../../matters/matter-event-conditions.js';

/** What the log itself can leave out for these conditions; it lets through more than they want, never less. */
export function wantedEvents(conditions: MatterEventConditions, model: CityModel): EventFilter {
  const { departments } = conditions;
  const divisionPrefixes = prefixesOf(conditions, model);
  return { topics: ['matter'], ...(departments ? { departments } : {}), ...(divisionPrefixes ? { divisionPrefixes } : {}) };
}

function prefixesOf({ division, withinDivision }: MatterEventConditions, model: CityModel): readonly string[] | null {
  if (division !== undefined) return [division];
  if (withinDivision === undefined || withinDivision === model.city.code) return null;
  // Where the levels of codes cannot be read, only the tree of the day knows what lies within, and that day may pass.
  if (model.city.divisionScheme === 'opaque') return null;
  const within = model.divisions.codesWithin(withinDivision);
  return within.every((code) => code.startsWith(withinDivision)) ? [withinDivision] : null;
}
