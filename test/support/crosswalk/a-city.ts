import type { CrosswalkInput, CrosswalkLayer, CrosswalkUnit } from '../../../src/features/crosswalk/compute/crosswalk-input.js';
import { unprojectRings } from '../../../src/geometry/equal-area.js';
import type { Rings } from '../../../src/geometry/rings.js';

/** The plane of the made-up city, in whose metres tests draw. */
export const plane = { centralMeridian: 117.2, standardParallel: 29.3 };

/** A unit with only what the test names; `metres` is its ground on {@link plane}. */
export function aUnit(
  localId: string,
  parts: Partial<Omit<CrosswalkUnit, 'localId' | 'rings'>> & { readonly metres?: Rings } = {},
): CrosswalkUnit {
  const { metres, ...rest } = parts;
  return { localId, rings: metres ? unprojectRings(plane, metres) : null, buildings: [], divisionCode: null, members: [], ...rest };
}

/** A layer that is meant not to overlap, unless the test says otherwise. */
export function aLayer(key: string, units: readonly CrosswalkUnit[], parts: Partial<CrosswalkLayer> = {}): CrosswalkLayer {
  return { key, partition: true, membersOf: null, units, ...parts };
}

/** A city of these layers, without buildings, under Chinese division codes. */
export function aCity(layers: readonly CrosswalkLayer[], parts: Partial<CrosswalkInput> = {}): CrosswalkInput {
  return { layers, buildings: [], divisionParents: new Map(), divisionScheme: 'cn-2-2-2-3-3', plane, ...parts };
}
