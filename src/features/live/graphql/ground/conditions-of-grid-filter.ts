import { unitRefOf } from '../../../grids/graphql/index.js';
import type { GridEventConditions } from '../../ground/grid-event-conditions.js';
import { areaOf } from '../area.input.js';
import type { GridEventFilter } from './grid-event-filter.input.js';

/**
 * Turns the schema's filter into conditions, in one spelling: filters that want the same give equal conditions, and so share cursors.
 */
export function conditionsOfGridFilter(filter: GridEventFilter | null | undefined): GridEventConditions {
  const { department, layer, division, unit, kind, area } = filter ?? {};
  return {
    ...(department ? { departments: [...new Set(department)].sort() } : {}),
    ...(layer ? { layers: [...new Set(layer)].sort() } : {}),
    ...(division?.eq != null ? { division: division.eq } : {}),
    ...(division?.within != null ? { withinDivision: division.within } : {}),
    ...(unit ? { unit: unitRefOf(unit) } : {}),
    ...(kind ? { kinds: [...new Set(kind)].sort() } : {}),
    ...(area ? { area: areaOf(area) } : {}),
  };
}
