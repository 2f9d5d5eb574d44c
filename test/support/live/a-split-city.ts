import type { NewEvent } from '../../../src/eventlog/event.js';
import type { CityModel } from '../../../src/features/crosswalk/index.js';
import { allElementsLayer } from '../../../src/features/grids/index.js';
import type { Matter } from '../../../src/features/matters/index.js';
import { globalId, unitUuid, uuidOf } from '../../../src/kernel/ids.js';
import {
  buildACity,
  community,
  gridCodes,
  layerOf,
  partyLayer,
  partyUnit,
  square,
  unitOf,
  urbanLayer,
  urbanUnits,
} from './a-city-model.js';

const areaLayer = 'petition/area';

/** The layers of the city before and after: two cover the ground once, one without ground is linked, one covers the west twice and the east not. */
export const idSpaces = [allElementsLayer, urbanLayer, partyLayer, areaLayer] as const;
/** What takes the place of the western urban-management unit, with the share of each. */
export const halves = { N: 0.7, S: 0.3 } as const;
/** The first day of the halves. */
export const splitOn = '2026-11-22';

const layers = [
  layerOf(allElementsLayer, null, 0),
  layerOf(urbanLayer, 'URBAN_MANAGEMENT', 1),
  layerOf(partyLayer, 'PARTY_BUILDING', 2),
  layerOf(areaLayer, 'PETITION', 3),
];

/** A city of four id spaces, its western urban-management unit whole or split at 29.303. */
export function aCityOfFourIdSpaces({ isSplit }: { readonly isSplit: boolean }): CityModel {
  const west = isSplit
    ? [unitOf(urbanLayer, 'N', square(117.2, 29.303)), unitOf(urbanLayer, 'S', square(117.2, 29.3, 29.303))]
    : [unitOf(urbanLayer, urbanUnits.west, square(117.2))];
  const units = [
    unitOf(allElementsLayer, gridCodes.west, square(117.2)),
    unitOf(allElementsLayer, gridCodes.east, square(117.21)),
    ...west,
    unitOf(urbanLayer, urbanUnits.east, square(117.21)),
    unitOf(partyLayer, partyUnit, null),
    unitOf(areaLayer, 'A', square(117.2)),
    unitOf(areaLayer, 'B', square(117.2)),
  ];
  return buildACity(layers, units, [
    { to: [allElementsLayer, gridCodes.west], weight: 0.8 },
    { to: [urbanLayer, isSplit ? 'N' : urbanUnits.west], weight: isSplit ? 0.6 : 0.8 },
  ]);
}

/** An event of a unit of urban management, as the log tells it. */
export function unitEvent(kind: string, localId: string, payload: object): NewEvent {
  return {
    ...{ topic: 'grid', kind, subject: unitUuid(urbanLayer, localId, 1), version: 2, department: 'URBAN_MANAGEMENT' },
    ...{ divisionCode: community, occurredAt: new Date('2026-11-22T07:00:00Z') },
    payload: { layer: urbanLayer, localId, generation: 1, name: localId, ...payload },
  };
}

/** Everything that the log tells of a redraw that splits a unit, in its order. */
export function splitEvents(from: string, to: Readonly<Record<string, number>>): readonly NewEvent[] {
  const redraw = globalId('Redraw', uuidOf('redraw', from));
  const successors = Object.entries(to).map(([localId, weight]) => ({ localId, weight }));
  const told = { layer: urbanLayer, effectiveFrom: splitOn, redraw };
  return [
    unitEvent('UNIT_CHANGED', from, { validFrom: '2024-01-01', validTo: splitOn, redraw }),
    ...successors.map(({ localId }) => unitEvent('UNIT_ADDED', localId, { validFrom: splitOn, validTo: null, redraw })),
    { ...unitEvent('REDRAW_FILED', from, told), subject: uuidOf('redraw', from), department: null, divisionCode: null },
    unitEvent('UNIT_RETIRED', from, { ...told, successors }),
  ];
}

/** The event by which a matter is placed anew. */
export function placedAnew({ uuid: subject, version, department, divisionCode }: Matter): NewEvent {
  const occurredAt = new Date('2026-11-22T07:01:00Z');
  return { topic: 'matter', kind: 'MATTER_REPLACED', subject, version, department, divisionCode, payload: { day: splitOn }, occurredAt };
}
