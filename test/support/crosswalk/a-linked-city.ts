import { computeLinks } from '../../../src/features/crosswalk/compute/compute-links.js';
import type { CrosswalkLayer } from '../../../src/features/crosswalk/compute/crosswalk-input.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { type CityModel, coverageColumnsOf, CoverageTable, linkColumnsOf, LinkTable } from '../../../src/features/crosswalk/index.js';
import type { Division } from '../../../src/features/divisions/index.js';
import { allElementsLayer, buildGridModel, type City, type Layer, type UnitVersion } from '../../../src/features/grids/index.js';
import { areaM2 } from '../../../src/geometry/area.js';
import { planeAround } from '../../../src/geometry/equal-area.js';
import { unitUuid } from '../../../src/kernel/ids.js';
import { aCity, plane } from './a-city.js';

const period = { validFrom: '2024-01-01', validTo: null };

const city: City = {
  code: '360200',
  nameZh: '景德镇市',
  nameEn: 'Jingdezhen',
  timeZone: 'Asia/Shanghai',
  noticeZh: null,
  noticeEn: null,
  divisionScheme: 'cn-2-2-2-3-3',
  bounds: {
    minX: plane.centralMeridian - 0.1,
    minY: plane.standardParallel - 0.1,
    maxX: plane.centralMeridian + 0.1,
    maxY: plane.standardParallel + 0.1,
  },
};

/** The divisions of {@link aLinkedCity}: two counties, one of them with two townships. */
export const divisions: readonly Division[] = [
  { code: '360200', name: '景德镇市', level: 'CITY', parentCode: null, kind: 'CITY', ...period },
  { code: '360202', name: '昌江区', level: 'COUNTY', parentCode: '360200', kind: 'DISTRICT', ...period },
  { code: '360203', name: '珠山区', level: 'COUNTY', parentCode: '360200', kind: 'DISTRICT', ...period },
  { code: '360203003', name: '新厂街道', level: 'TOWNSHIP', parentCode: '360203', kind: 'SUBDISTRICT', ...period },
  { code: '360203004', name: '里村街道', level: 'TOWNSHIP', parentCode: '360203', kind: 'SUBDISTRICT', ...period },
];

/** What a unit of {@link aLinkedCity} has beside its ground, by local id. */
export type Households = Readonly<Record<string, number>>;

/** A model of these layers with the links that computing finds between them; an office's code is the first part of its layer's key. */
export async function aLinkedCity(layers: readonly CrosswalkLayer[], households: Households = {}): Promise<CityModel> {
  const grids = buildGridModel({
    city,
    version: 1,
    at: '2026-11-22',
    knownAt: null,
    divisions,
    layers: layers.map(layerOf),
    units: layers.flatMap((layer) => unitsOf(layer, households)),
  });
  // The model puts layers and units in order; what is computed speaks of them in that order.
  const input = aCity(
    layers.map((layer) => ({
      ...layer,
      units: grids.unitsOf(layer.key).map((unit) => layer.units.find(({ localId }) => localId === unit.localId)!),
    })),
    { plane: planeAround(city.bounds) },
  );
  const engine = await openGeosOverlayEngine();
  const result = computeLinks(input, engine, () => undefined);
  engine.dispose();
  const indexOf = (place: { readonly layer: number; readonly unit: number }): number =>
    grids.unitsOf(layers[place.layer]!.key)[place.unit]!.index;
  const links = linkColumnsOf(
    result.links.map((link) => ({ ...link, source: indexOf(link.source), target: indexOf(link.target), ...period })),
  );
  const coverage = result.coverage.map((row) => ({ ...row, unit: indexOf(row.unit), layerKey: layers[row.targetLayer]!.key }));
  return Object.assign(grids, { links: new LinkTable(grids, links, new CoverageTable(grids, coverageColumnsOf(coverage, grids))) });
}

function layerOf({ key, partition }: CrosswalkLayer, ordinal: number): Layer {
  const department = key === allElementsLayer ? null : key.slice(0, key.indexOf('/')).toUpperCase();
  const facts = { nameZh: key, nameEn: key, primary: true, idScheme: 'opaque', synthetic: true, typeName: 'AllElementsGrid' };
  return { key, department, partition, ordinal, ...facts };
}

function unitsOf({ key, units }: CrosswalkLayer, households: Households): UnitVersion[] {
  return units.map(({ localId, rings, buildings, divisionCode }) => ({
    uuid: unitUuid(key, localId, 1),
    layerKey: key,
    localId,
    generation: 1,
    name: localId,
    divisionCode,
    rings,
    areaM2: rings && areaM2(rings, planeAround(city.bounds)),
    households: households[localId] ?? null,
    buildings,
    ...period,
    asOf: '2026-11-22',
  }));
}
