import { type CityModel, coverageColumnsOf, CoverageTable, linkColumnsOf, LinkTable } from '../../../src/features/crosswalk/index.js';
import type { Division } from '../../../src/features/divisions/index.js';
import { allElementsLayer, buildGridModel, type City, type Layer, type UnitVersion } from '../../../src/features/grids/index.js';
import { ringsFromNested } from '../../../src/geometry/rings.js';
import { unitUuid } from '../../../src/kernel/ids.js';

const period = { validFrom: '2024-01-01', validTo: null };

const city: City = {
  code: '360200',
  nameZh: '景德镇市',
  nameEn: 'Jingdezhen',
  timeZone: 'Asia/Shanghai',
  noticeZh: null,
  noticeEn: null,
  divisionScheme: 'cn-2-2-2-3-3',
  bounds: { minX: 117, minY: 29, maxX: 118, maxY: 30 },
};

const divisions: readonly Division[] = [
  { code: '360200', name: '景德镇市', level: 'CITY', parentCode: null, kind: 'CITY', ...period },
  { code: '360202', name: '昌江区', level: 'COUNTY', parentCode: '360200', kind: 'DISTRICT', ...period },
  { code: '360203', name: '珠山区', level: 'COUNTY', parentCode: '360200', kind: 'DISTRICT', ...period },
  { code: '360203003', name: '新厂街道', level: 'TOWNSHIP', parentCode: '360203', kind: 'SUBDISTRICT', ...period },
  { code: '360203003002', name: '陶溪川社区居委会', level: 'COMMUNITY', parentCode: '360203003', kind: 'RESIDENTS', ...period },
];

/** The community that both all-elements grids of {@link aCityModel} lie in. */
export const community = '360203003002';
/** The all-elements grids, west and east. */
export const gridCodes = { west: '360203003002001', east: '360203003002002' } as const;
/** The urban-management units, west and east, of the ground of the grids. */
export const urbanUnits = { west: '360203003000101', east: '360203003000102' } as const;
/** A party-building unit without polygon, linked to the western grid. */
export const partyUnit = 'P-0001';

/** The layer of {@link urbanUnits}. */
export const urbanLayer = 'urban-management/unit';
/** The layer of {@link partyUnit}. */
export const partyLayer = 'party-building/branch';

/** The uuid of the unit of that local id in the city's layer, or in an office's. */
export const uuidOfUnit = {
  grid: (code: string): string => unitUuid(allElementsLayer, code, 1),
  party: (localId: string): string => unitUuid(partyLayer, localId, 1),
};

/** A primary layer that covers its ground once; `department` null for the city's own. */
export function layerOf(key: string, department: string | null, ordinal: number): Layer {
  const names = { nameZh: key, nameEn: key };
  return {
    key,
    department,
    ...names,
    partition: true,
    primary: true,
    idScheme: 'opaque',
    synthetic: true,
    ordinal,
    typeName: 'AllElementsGrid',
  };
}

/** A rectangle 0.01 degrees wide whose south-western corner lies at (`west`, `south`); a square of that side where only `west` is given. */
export function square(west: number, south = 29.3, north = 29.31): UnitVersion['rings'] {
  const east = west + 0.01;
  return ringsFromNested([
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ]);
}

/** A unit of the community. */
export function unitOf(layerKey: string, localId: string, rings: UnitVersion['rings']): UnitVersion {
  const facts = { name: localId, divisionCode: community, households: 400, areaM2: null, buildings: [], ...period, asOf: '2026-11-22' };
  return { uuid: unitUuid(layerKey, localId, 1), layerKey, localId, generation: 1, rings, ...facts };
}

/** A city of two all-elements grids side by side, an urban-management unit on each, and one party-building unit linked to the western one. */
export function aCityModel(): CityModel {
  const units = [
    unitOf(allElementsLayer, gridCodes.west, square(117.2)),
    unitOf(allElementsLayer, gridCodes.east, square(117.21)),
    unitOf(urbanLayer, urbanUnits.west, square(117.2)),
    unitOf(urbanLayer, urbanUnits.east, square(117.21)),
    unitOf(partyLayer, partyUnit, null),
  ];
  const layers = [layerOf(allElementsLayer, null, 0), layerOf(urbanLayer, 'URBAN_MANAGEMENT', 1), layerOf(partyLayer, 'PARTY_BUILDING', 2)];
  return buildACity(layers, units, [{ to: [allElementsLayer, gridCodes.west], weight: 0.8 }]);
}

/** A link of the {@link partyUnit} to the unit of a layer. */
export interface PartyLink {
  readonly to: readonly [layerKey: string, localId: string];
  readonly weight: number;
}

/** A city of some layers and units, whose only links are those of its party-building unit. */
export function buildACity(layers: readonly Layer[], units: readonly UnitVersion[], links: readonly PartyLink[]): CityModel {
  const grids = buildGridModel({ city, version: 1, at: '2026-11-22', knownAt: null, divisions, layers, units });
  const place = (layerKey: string, localId: string): number => grids.unit(layerKey, localId)!.index;
  const facts = { basis: 'CODE', inverseWeight: 0.5, areaM2: null, confidence: 0.5, ...period } as const;
  const source = place(partyLayer, partyUnit);
  const columns = linkColumnsOf(links.map(({ to, weight }) => ({ source, target: place(...to), weight, ...facts })));
  return Object.assign(grids, { links: new LinkTable(grids, columns, new CoverageTable(grids, coverageColumnsOf([], grids))) });
}
