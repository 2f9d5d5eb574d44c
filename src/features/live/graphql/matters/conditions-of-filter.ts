import type { MatterEventConditions } from '../../matters/matter-event-conditions.js';
import type { MatterEventFilter } from './matter-event-filter.input.js';

/** Turns the schema's filter into conditions, in one spelling: filters that want the same give equal conditions, and so share cursors. */
export function conditionsOf(filter: MatterEventFilter | null | undefined): MatterEventConditions {
  const { department, division, grid, unit, category, state, light } = filter ?? {};
  return {
    ...(department ? { departments: [...new Set(department)].sort() } : {}),
    ...(division?.eq != null ? { division: division.eq } : {}),
    ...(division?.within != null ? { withinDivision: division.within } : {}),
    ...(grid != null ? { grid } : {}),
    ...(unit ? { unit: { department: unit.department, localId: unit.localId, layer: unit.layer ?? null } } : {}),
    ...(category ? { category: { standard: category.standard, kind: category.kind, code: category.code } } : {}),
    ...(state ? { states: [...new Set(state)].sort() } : {}),
    ...(light ? { lights: [...new Set(light)].sort() } : {}),
  };
}
