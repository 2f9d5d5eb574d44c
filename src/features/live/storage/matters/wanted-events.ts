import type { EventFilter } from '../../../../eventlog/event-filter.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { MatterEventConditions } from '../../matters/matter-event-conditions.js';
import { boundaryEvents } from './rebase-of.js';

/** What the log itself can leave out for these conditions; it lets through more than they want, never less. `rebases`: whether boundaries are told of too. */
export function wantedEvents(conditions: MatterEventConditions, model: CityModel, rebases: boolean): EventFilter {
  const { departments } = conditions;
  const divisionPrefixes = prefixesOf(conditions, model);
  return {
    topics: ['matter'],
    ...(departments ? { departments } : {}),
    ...(divisionPrefixes ? { divisionPrefixes } : {}),
    ...(rebases ? { or: boundaryEvents } : {}),
  };
}

function prefixesOf({ division, withinDivision }: MatterEventConditions, model: CityModel): readonly string[] | null {
  if (division !== undefined) return [division];
  if (withinDivision === undefined || withinDivision === model.city.code) return null;
  // Where the levels of codes cannot be read, only the tree of the day knows what lies within, and that day may pass.
  if (model.city.divisionScheme === 'opaque') return null;
  const within = model.divisions.codesWithin(withinDivision);
  return within.every((code) => code.startsWith(withinDivision)) ? [withinDivision] : null;
}
