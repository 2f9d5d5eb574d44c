import { computedBases } from '../../../src/features/crosswalk/compute/computed-rows.js';
import type { CrosswalkInput, CrosswalkLayer, CrosswalkUnit } from '../../../src/features/crosswalk/compute/crosswalk-input.js';
import { countingOffice } from '../../../src/features/crosswalk/compute/household-links.js';
import { unprojectRings } from '../../../src/geometry/equal-area.js';
import type { Rings } from '../../../src/geometry/rings.js';

/** The plane of the made-up city, in whose metres tests draw. */
export const plane = { centralMeridian: 117.2, standardParallel: 29.3 };

/** A unit of all days since 2020 with only what the test names; `metres` is its ground on {@link plane}. */
export function aUnit(localId: string, parts: Partial<Omit<CrosswalkUnit, 'localId'>> & { readonly metres?: Rings } = {}): CrosswalkUnit {
  const { metres, ...rest } = parts;
  const rings = metres ? unprojectRings(plane, metres) : null;
  return { uuid: localId, localId, rings, buildings: [], divisionCode: null, validFrom: '2020-01-01', validTo: null, ...rest };
}

/** A layer that is meant not to overlap, unless the test says otherwise. */
export function aLayer(key: string, units: readonly CrosswalkUnit[], parts: Partial<CrosswalkLayer> = {}): CrosswalkLayer {
  const isDrawn = units.some(({ rings }) => rings !== null);
  const holdsBuildings = isDrawn || units.some(({ buildings }) => buildings.length > 0);
  return { key, partition: true, isDrawn, holdsBuildings, units, ...parts };
}

/** A city of these layers, without buildings, under Chinese division codes. */
export function aCity(layers: readonly CrosswalkLayer[], parts: Partial<CrosswalkInput> = {}): CrosswalkInput {
  return {
    layers,
    buildings: [],
    countingOffice: countingOffice(parts.buildings ?? []),
    divisionParents: new Map(),
    divisionScheme: 'cn-2-2-2-3-3',
    plane,
    today: '2026-03-10',
    bases: computedBases,
    changedLayers: null,
    ...parts,
  };
}
