import type { DepartmentCode, DivisionCode } from './ids.js';
import { cityOwner, type DataClass, type Scope } from './scope.js';

/** Where something lies, by the levels of divisions and the all-elements grid; null where it lies in none. */
export interface LevelsOfPlace {
  readonly county: DivisionCode | null;
  readonly township: DivisionCode | null;
  readonly community: DivisionCode | null;
  /** By uuid. */
  readonly grid: string | null;
}

/** Whether a scope reads rows of a class that an office keeps; null for what belongs to no office. */
export function readsOwner(scope: Scope, dataClass: DataClass, department: DepartmentCode | null): boolean {
  const { owners } = scope.readings[dataClass];
  return owners === null || owners.includes(department ?? cityOwner);
}

/** Whether a place lies in the jurisdiction and the grids of a scope; what lies nowhere is within the whole city only. */
export function liesWithin({ jurisdiction, gridUuids }: Scope, place: LevelsOfPlace): boolean {
  if (gridUuids !== null && (place.grid === null || !gridUuids.includes(place.grid))) return false;
  if (jurisdiction === null) return true;
  return (
    isOneOf(place.county, jurisdiction.counties) ||
    isOneOf(place.township, jurisdiction.townships) ||
    isOneOf(place.community, jurisdiction.communities)
  );
}

function isOneOf(code: DivisionCode | null, codes: readonly DivisionCode[]): boolean {
  return code !== null && codes.includes(code);
}
