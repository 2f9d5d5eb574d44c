import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import type { Division } from '../../../src/features/divisions/index.js';
import { allElementsLayer, buildGridModel, type GridModel, type Layer, type UnitVersion } from '../../../src/features/grids/index.js';
import { ringsFromNested } from '../../../src/geometry/rings.js';
import { unitUuid } from '../../../src/kernel/ids.js';

const period = { validFrom: '2024-01-01', validTo: null };

const divisions: readonly Division[] = [
  { code: '360200', name: '景德镇市', level: 'CITY', parentCode: null, kind: 'CITY', ...period },
  { code: '360203', name: '珠山区', level: 'COUNTY', parentCode: '360200', kind: 'DISTRICT', ...period },
  { code: '360203003', name: '新厂街道', level: 'TOWNSHIP', parentCode: '360203', kind: 'SUBDISTRICT', ...period },
  { code: '360203003002', name: '陶溪川社区居委会', level: 'COMMUNITY', parentCode: '360203003', kind: 'RESIDENTS', ...period },
];

const square = ringsFromNested([
  [
    [
      [117.2, 29.3],
      [117.21, 29.3],
      [117.21, 29.31],
      [117.2, 29.31],
      [117.2, 29.3],
    ],
  ],
]);

const city = {
  code: '360200',
  nameZh: '景德镇市',
  nameEn: 'Jingdezhen',
  timeZone: 'Asia/Shanghai',
  noticeZh: null,
  noticeEn: null,
  divisionScheme: 'cn-2-2-2-3-3' as const,
  bounds: { minX: 116, minY: 28, maxX: 119, maxY: 31 },
};

/** The key of the one layer that an office has in {@link cityOfUnits}. */
export const layerKeyOf = (office: DepartmentDefinition): string => `${office.key}/sample`;

function layerOf(office: DepartmentDefinition, ordinal: number): Layer {
  const names = { nameZh: `${office.nameZh}图层`, nameEn: `Layer of ${office.nameEn}` };
  const rules = { partition: true, primary: true, idScheme: 'opaque', synthetic: true };
  return { key: layerKeyOf(office), department: office.code, ...names, ...rules, ordinal, typeName: office.gridType! };
}

const cityLayer: Layer = {
  key: allElementsLayer,
  department: null,
  nameZh: '全要素网格',
  nameEn: 'All-elements grids',
  partition: true,
  primary: true,
  idScheme: 'cn-12-plus-3',
  synthetic: true,
  ordinal: 0,
  typeName: 'AllElementsGrid',
};

function unitOf(layerKey: string, localId: string): UnitVersion {
  const shape = layerKey === allElementsLayer ? { rings: square, areaM2: 1_080_000 } : { rings: null, areaM2: null };
  const facts = {
    name: `网格 ${localId}`,
    divisionCode: '360203003002',
    households: 400,
    buildings: [],
    ...period,
    asOf: '2026-11-22',
    ...shape,
  };
  return { uuid: unitUuid(layerKey, localId, 1), layerKey, localId, generation: 1, ...facts };
}

/** A city of one all-elements grid and, for each office, one layer of `each` units with the local ids `U 1`, `U 2` … */
export function cityOfUnits(offices: readonly DepartmentDefinition[], each: number): GridModel {
  const layers = [cityLayer, ...offices.map((office, place) => layerOf(office, place + 1))];
  const ids = Array.from({ length: each }, (_, place) => `U ${place + 1}`);
  const units = [
    unitOf(allElementsLayer, '360203003002001'),
    ...offices.flatMap((office) => ids.map((localId) => unitOf(layerKeyOf(office), localId))),
  ];
  return buildGridModel({ city, version: 1, at: '2026-11-22', knownAt: null, divisions, layers, units });
}
