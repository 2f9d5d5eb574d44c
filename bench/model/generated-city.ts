import {
  type CityModel,
  type CoverageColumns,
  CoverageTable,
  linkBases,
  LinkColumnsBuilder,
  LinkTable,
} from '../../src/features/crosswalk/index.js';
import {
  allElementsLayer,
  buildGridModel,
  type GridModel,
  type Layer,
  type Surroundings,
  type UnitVersion,
} from '../../src/features/grids/index.js';
import { ringsFromNested } from '../../src/geometry/rings.js';
import { unitUuid } from '../../src/kernel/ids.js';
import { randomNumbers } from '../measure/random-numbers.js';

/** How large a generated city is. */
export interface CityWish {
  readonly units: number;
  readonly links: number;
  /** Vertices of each unit's boundary; 0 draws none. */
  readonly vertices: number;
}

/** What part of the units each layer has; the city's own layer first. */
const layerShares = { city: 0.05, party: 0.1, police: 0.15, civil: 0.2, urban: 0.2, housing: 0.3 } as const;
const layers: readonly Layer[] = Object.keys(layerShares).map((name, ordinal) => ({
  key: ordinal === 0 ? allElementsLayer : `${name}/unit`,
  department: ordinal === 0 ? null : name.toUpperCase(),
  nameZh: name,
  nameEn: name,
  partition: true,
  primary: true,
  idScheme: 'opaque',
  synthetic: true,
  ordinal,
  typeName: 'AllElementsGrid',
}));

/** The offices of a generated city that ids are resolved to. */
export const fourOffices = ['PARTY', 'POLICE', 'CIVIL', 'URBAN'] as const;

/** What stands around the units of every generated city. */
export const surroundings: Surroundings = {
  city: {
    code: '360200',
    nameZh: '生成市',
    nameEn: 'Generated',
    timeZone: 'Asia/Shanghai',
    noticeZh: null,
    noticeEn: null,
    divisionScheme: 'opaque',
    bounds: { minX: 117, minY: 29, maxX: 118, maxY: 30 },
  },
  at: '2026-11-22',
  knownAt: null,
  divisions: [],
  layers,
};

const period = { validFrom: '2024-01-01', validTo: null } as const;

/** A city of six layers, each unit with a local id of 15 digits and a Chinese name, linked across all 15 pairs of layers and covered by 5. */
export function generatedCity(wish: CityWish): CityModel {
  const model = buildGridModel({ ...surroundings, version: 1, units: unitsOf(wish) });
  const links = linksOf(model, wish.links);
  return Object.assign(model, { links: new LinkTable(model, links, new CoverageTable(model, coverageOf(model))) });
}

function unitsOf({ units, vertices }: CityWish): readonly UnitVersion[] {
  return Object.values(layerShares).flatMap((share, number) =>
    Array.from({ length: Math.round(units * share) }, (_, nth) => aUnit(layers[number]!.key, nth, vertices)),
  );
}

function aUnit(layerKey: string, nth: number, vertices: number): UnitVersion {
  const localId = `360203${String(nth).padStart(9, '0')}`;
  return {
    uuid: unitUuid(layerKey, localId, 1),
    layerKey,
    localId,
    generation: 1,
    name: `第${nth}号网格`,
    divisionCode: String(360_203_000_000 + (nth % 2_000)),
    rings: vertices === 0 ? null : aRing(nth, vertices),
    areaM2: 12_000 + (nth % 997),
    households: 300 + (nth % 200),
    buildings: [],
    ...period,
    asOf: '2026-11-22',
  };
}

function aRing(nth: number, vertices: number): UnitVersion['rings'] {
  const [x, y] = [117 + (nth % 1000) / 1000, 29 + Math.floor(nth / 1000) / 1000];
  const corner = (at: number): readonly number[] => {
    const turn = ((at % vertices) / vertices) * 2 * Math.PI;
    return [x + 0.0004 * Math.cos(turn), y + 0.0004 * Math.sin(turn)];
  };
  return ringsFromNested([[Array.from({ length: vertices + 1 }, (_, at) => corner(at))]]);
}

/** As many links for each pair of layers; partners lie far apart in memory, as they do where two offices number by rules of their own. */
function linksOf(model: GridModel, wanted: number) {
  const random = randomNumbers(7);
  const builder = new LinkColumnsBuilder(wanted + 15);
  const pairs = layers.flatMap((a, nth) => layers.slice(nth + 1).map((b) => [model.unitsOf(a.key), model.unitsOf(b.key)] as const));
  for (const [sources, targets] of pairs) {
    const each = Math.round(wanted / pairs.length);
    for (let nth = 0; nth < each; nth++) {
      const source = sources[Math.floor((nth * sources.length) / each)]!.index;
      const target = targets[(Math.floor((nth * targets.length) / each) * 7919) % targets.length]!.index;
      const facts = { basis: 'AREA', areaM2: random() * 12_000, confidence: 1, ...period } as const;
      builder.add({ source, target, weight: random() || 1, inverseWeight: random() || 1, ...facts });
    }
  }
  return builder.columns();
}

function coverageOf(model: GridModel): CoverageColumns {
  const size = model.units.length * (layers.length - 1);
  const [units, numbers] = [new Uint32Array(size), new Uint16Array(size)];
  let row = 0;
  for (const unit of model.units) {
    for (let layer = 0; layer < layers.length; layer++) {
      if (layers[layer]!.key === unit.layer.key) continue;
      units[row] = unit.index;
      numbers[row++] = layer;
    }
  }
  const shares = Float64Array.from({ length: size * 4 }, (_, at) => [0.9, 0.01, 0.09, 0][at % 4]!);
  return { size, units, layers: numbers, bases: new Uint8Array(size).fill(linkBases.indexOf('AREA')), shares };
}
