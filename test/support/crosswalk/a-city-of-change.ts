import { CrosswalkBuild } from '../../../src/features/crosswalk/compute/crosswalk-build.js';
import type { BuildingPoint } from '../../../src/features/crosswalk/compute/crosswalk-input.js';
import { computeCrosswalk } from '../../../src/features/crosswalk/worker/compute-crosswalk.js';
import { buildGridModel, type GridModel, type Layer, type UnitGround } from '../../../src/features/grids/index.js';
import { fromPlane, toPlane, unprojectRings } from '../../../src/geometry/equal-area.js';
import { mapVertices } from '../../../src/geometry/rings.js';
import { unitUuid } from '../../../src/kernel/ids.js';
import type { PublishedInMemory } from '../../fakes/crosswalk/published-in-memory.js';
import { UnitsInMemory } from '../../fakes/crosswalk/units-in-memory.js';
import { polygon } from '../geometry/shapes.js';
import { plane } from './a-city.js';

/** The city's day. */
export const today = '2026-03-10';

const [, north] = toPlane(plane, 117.2, 29.3);
const noon = { now: () => new Date(`${today}T04:00:00Z`) };

/** An upright rectangle in metres, its lower left corner counted from the middle of the city. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** A unit of a rectangle's ground, or without ground. */
export function aGround(layerKey: string, localId: string, parts: Partial<UnitGround> & { readonly at?: Rectangle } = {}): UnitGround {
  const { at, ...rest } = parts;
  const base = { uuid: unitUuid(layerKey, localId, 1), layerKey, localId, buildings: [], divisionCode: null };
  return { ...base, rings: at ? ringsOf(at) : null, validFrom: '2020-01-01', validTo: null, ...rest };
}

/** A building at a place in metres from the middle of the city. */
export function aBuilding(code: string, x: number, y: number, households: BuildingPoint['households'] = {}): BuildingPoint {
  const [longitude, latitude] = fromPlane(plane, x, y + north);
  return { code, longitude, latitude, households };
}

/** The model of a city of these layers; its units are read apart. */
export function aModelOf(layerKeys: readonly string[]): GridModel {
  const [longitude, latitude] = [plane.centralMeridian, plane.standardParallel];
  return buildGridModel({
    version: 1,
    at: today,
    knownAt: null,
    city: {
      code: '360200',
      nameZh: '景德镇市',
      nameEn: 'Jingdezhen',
      timeZone: 'Asia/Shanghai',
      noticeZh: null,
      noticeEn: null,
      divisionScheme: 'cn-2-2-2-3-3',
      bounds: { minX: longitude - 0.5, minY: latitude - 0.5, maxX: longitude + 0.5, maxY: latitude + 0.5 },
    },
    divisions: [],
    layers: layerKeys.map(layerOf),
    units: [],
  });
}

/** What a build works on. */
export interface BuiltOn {
  readonly ground: UnitsInMemory;
  readonly store: PublishedInMemory;
  readonly buildings?: readonly BuildingPoint[];
}

/** A build over units and rows in memory, on which nobody has decided. */
export function aBuild({ ground, store, buildings = [] }: BuiltOn): CrosswalkBuild {
  return new CrosswalkBuild({
    compute: computeCrosswalk,
    store,
    ground,
    buildings: () => Promise.resolve(buildings),
    decisions: () => Promise.resolve({ apply: (rows) => Promise.resolve(rows), settle: () => Promise.resolve() }),
    clock: noon,
  });
}

/** Units of which these are believed. */
export function unitsOf(grounds: readonly UnitGround[]): UnitsInMemory {
  const units = new UnitsInMemory();
  for (const ground of grounds) units.say(ground);
  return units;
}

function layerOf(key: string, ordinal: number): Layer {
  return {
    key,
    department: key.split('/')[0]!,
    nameZh: key,
    nameEn: key,
    partition: true,
    primary: true,
    idScheme: 'opaque',
    synthetic: true,
    ordinal,
    typeName: 'AllElementsGrid',
  };
}

function ringsOf([x, y, width, height]: Rectangle): UnitGround['rings'] {
  const corners: [number, number][] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
  const metres = mapVertices(polygon(corners), (east, up, out) => {
    [out[0], out[1]] = [east, up + north];
  });
  return unprojectRings(plane, metres);
}
