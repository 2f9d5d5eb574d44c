import type { ComputedBasis } from './computed-rows.js';
import type { CrosswalkUnit } from './crosswalk-input.js';

/**
 * The one basis on which two units can be compared: AREA where both are drawn, ADDRESS where one is a list of buildings
 * and the other is a list or drawn, else CODE. It is the same from either end. Households are weighed beside it.
 */
export function basisOf(one: CrosswalkUnit, other: CrosswalkUnit): Exclude<ComputedBasis, 'HOUSEHOLDS'> {
  if (one.rings && other.rings) return 'AREA';
  const [oneLists, otherLists] = [one.buildings.length > 0, other.buildings.length > 0];
  if ((oneLists && (otherLists || other.rings)) || (otherLists && one.rings)) return 'ADDRESS';
  return 'CODE';
}

/** Whether a unit is neither drawn nor a list of buildings, so that only its code compares it. */
export function isNeither({ rings, buildings }: Pick<CrosswalkUnit, 'rings' | 'buildings'>): boolean {
  return rings === null && buildings.length === 0;
}

/** The units of a layer that have neither on any day, by uuid. */
export function alwaysNeither({ units }: { readonly units: readonly CrosswalkUnit[] }): readonly string[] {
  const others = new Set(units.filter((unit) => !isNeither(unit)).map(({ uuid }) => uuid));
  return [...new Set(units.map(({ uuid }) => uuid))].filter((uuid) => !others.has(uuid));
}
