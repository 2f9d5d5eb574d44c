import { checkFilterLists } from '../../../../graphql/inputs/filter-lists.js';
import type { GridEventConditions } from '../../ground/grid-event-conditions.js';
import { areaOf } from '../area.input.js';
import { unitsAsked } from '../units-asked.js';
import type { GridEventFilter } from './grid-event-filter.input.js';

/**
 * Turns the schema's filter into conditions, in one spelling: filters that want the same give equal conditions, and so share cursors.
 * Throws `BAD_USER_INPUT` for endless lists.
 */
export function conditionsOfGridFilter(filter: GridEventFilter | null | undefined): GridEventConditions {
  if (filter) checkFilterLists(filter);
  const { department, layer, division, unit, kind, area } = filter ?? {};
  return {
    ...(department ? { departments: [...new Set(department)].sort() } : {}),
    ...(layer ? { layers: [...new Set(layer)].sort() } : {}),
    ...(division?.eq != null ? { division: division.eq } : {}),
    ...(division?.within != null ? { withinDivision: division.within } : {}),
    ...(unit ? { units: unitsAsked(unit) } : {}),
    ...(kind ? { kinds: [...new Set(kind)].sort() } : {}),
    ...(area ? { area: areaOf(area) } : {}),
  };
}
