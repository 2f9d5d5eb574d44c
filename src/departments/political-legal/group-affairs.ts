import type { RowFault, WholeMatterRow } from '../contract.js';

const groupClasses: readonly unknown[] = ['SPECIAL_GROUPS', 'YOUNG_PEOPLE'];
const wideLevels: readonly unknown[] = ['CITY', 'COUNTY', 'TOWNSHIP'];

/**
 * Says why a matter of a class that is called after persons (特殊人群, 重点青少年) may not be taken, or null when it may.
 * Such a class is one of affairs: a township-level unit's or a wider one's work, with neither a point nor a unit. Filed at a grid or a house
 * it would say where such persons live, and a filter by class and grid would count them; nobody is registered here, not as a count either.
 */
export function groupAffairFault({ own, unit, hasPoint, divisionLevel }: WholeMatterRow): RowFault | null {
  if (!groupClasses.includes(own['affairClass'])) return null;
  if (unit === null && !hasPoint && wideLevels.includes(divisionLevel)) return null;
  return {
    field: 'affair_class',
    expected: 'work for groups of persons to be filed for a township-level unit or a wider one, without point and unit',
    remedy: 'Leave point, layer and unit empty and name the township-level division, or file what happened under its own class.',
  };
}
