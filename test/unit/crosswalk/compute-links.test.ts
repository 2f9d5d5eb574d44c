import fc from 'fast-check';

import { conservationError } from '../../../src/features/crosswalk/conservation.js';
import { computeCrosswalk } from '../../../src/features/crosswalk/worker/compute-crosswalk.js';
import { fromPlane, toPlane } from '../../../src/geometry/equal-area.js';
import { aCity, aLayer, aUnit, plane } from '../../support/crosswalk/a-city.js';
import { namedRows } from '../../support/crosswalk/named-rows.js';
import { seededAsync } from '../../support/geometry/seeded.js';
import { jitteredTiles, polygon, square } from '../../support/geometry/shapes.js';

describe('links by common ground', () => {
  test('tell both shares and what is covered by nobody', async () => {
    const city = aCity([
      aLayer('x/a', [aUnit('a', { metres: polygon(square(0, 0, 100)) })]),
      aLayer('y/b', [aUnit('b', { metres: polygon(square(50, 0, 100)) }), aUnit('far', { metres: polygon(square(900, 0, 100)) })]),
    ]);
    expect(namedRows(city, await computeCrosswalk(city))).toEqual({
      links: ['a→b AREA 0.5/0.5'],
      coverage: ['a→y/b AREA 0.5+0+0.5-0', 'b→x/a AREA 0.5+0+0.5-0', 'far→x/a AREA 0+0+1-0'],
    });
  });

  test('leave slivers out but count them as omitted', async () => {
    const city = aCity([
      aLayer('x/a', [aUnit('a', { metres: polygon(square(0, 0, 100)) })]),
      aLayer('y/b', [aUnit('b', { metres: polygon(square(99.995, 0, 100)) })]),
    ]);
    expect(namedRows(city, await computeCrosswalk(city))).toEqual({
      links: [],
      coverage: ['a→y/b AREA 0+0.00005+0.99995-0', 'b→x/a AREA 0+0.00005+0.99995-0'],
    });
  });

  test('tell ground that a layer claims twice or three times, each time but the first as double', async () => {
    const city = aCity([
      aLayer('x/a', [aUnit('a', { metres: polygon(square(0, 0, 100)) })]),
      aLayer('y/b', [
        aUnit('twice', {
          metres: polygon([
            [0, 0],
            [60, 0],
            [60, 100],
            [0, 100],
            [0, 0],
          ]),
        }),
        aUnit('thrice', {
          metres: polygon([
            [40, 0],
            [100, 0],
            [100, 100],
            [40, 100],
            [40, 0],
          ]),
        }),
        aUnit('all', {
          metres: polygon([
            [40, 0],
            [60, 0],
            [60, 50],
            [40, 50],
            [40, 0],
          ]),
        }),
      ]),
    ]);
    const result = await computeCrosswalk(city);
    expect(namedRows(city, result).coverage[0]).toBe('a→y/b AREA 1.3+0+0-0.3');
    expect(result.selfOverlaps).toEqual([{ layerKey: 'y/b', pairs: 3, areaM2: expect.closeTo(4000, 3) as number }]);
  });

  test('add up for every unit of any two partitions of one ground', async () => {
    const shifts = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 10, maxLength: 40 });
    const layerOf = (key: string, moved: readonly number[]): ReturnType<typeof aLayer> =>
      aLayer(
        key,
        jitteredTiles(3, moved).map((tile, index) =>
          aUnit(String(index), { metres: { ...tile, coordinates: tile.coordinates.map((n) => n * 40) } }),
        ),
      );
    await seededAsync(
      fc.asyncProperty(shifts, shifts, async (one, other) => {
        const { coverage, links } = await computeCrosswalk(aCity([layerOf('x/a', one), layerOf('y/b', other)]));
        for (const row of coverage) {
          expect(Math.abs(conservationError(row))).toBeLessThan(1e-9);
          expect(row.linked + row.omitted).toBeCloseTo(1, 9);
          const weights = links.flatMap((link) => [
            { unit: link.source, weight: link.weight },
            { unit: link.target, weight: link.inverseWeight },
          ]);
          const own = weights.filter(({ unit }) => unit.layer === row.unit.layer && unit.unit === row.unit.unit);
          expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(row.linked, 9);
        }
      }),
      15,
    );
  });
});

describe('links by shared buildings', () => {
  const at = (x: number, y: number): { longitude: number; latitude: number } => {
    const [longitude, latitude] = fromPlane(plane, x, y + toPlane(plane, 117.2, 29.3)[1]);
    return { longitude, latitude };
  };
  const north = toPlane(plane, 117.2, 29.3)[1];
  const drawn = (x: number): ReturnType<typeof polygon> => polygon(square(x, north, 100));
  const buildings = [
    { code: 'B1', ...at(10, 10), households: {} },
    { code: 'B2', ...at(20, 10), households: {} },
    { code: 'B3', ...at(110, 10), households: {} },
    { code: 'B4', ...at(120, 10), households: {} },
  ];

  test('find the buildings of a list in the polygons that hold their points', async () => {
    const city = aCity(
      [
        aLayer('x/grid', [aUnit('west', { metres: drawn(0) }), aUnit('east', { metres: drawn(100) })]),
        aLayer('y/special', [aUnit('school', { buildings: ['B2', 'B3', 'B4', 'not on any map'] })]),
      ],
      { buildings },
    );
    expect(namedRows(city, await computeCrosswalk(city))).toEqual({
      links: ['west→school ADDRESS 0.5/0.25', 'east→school ADDRESS 1/0.5'],
      coverage: ['west→y/special ADDRESS 0.5+0+0.5-0', 'east→y/special ADDRESS 1+0+0-0', 'school→x/grid ADDRESS 0.75+0+0.25-0'],
    });
  });

  test('count a building that two lists share as double cover', async () => {
    const city = aCity([
      aLayer('x/list', [aUnit('a', { buildings: ['B1', 'B2'] })]),
      aLayer('y/list', [aUnit('b', { buildings: ['B1'] }), aUnit('c', { buildings: ['B1', 'B9'] })]),
    ]);
    expect(namedRows(city, await computeCrosswalk(city))).toEqual({
      links: ['a→b ADDRESS 0.5/1', 'a→c ADDRESS 0.5/0.5'],
      coverage: ['a→y/list ADDRESS 1+0+0.5-0.5', 'b→x/list ADDRESS 1+0+0-0', 'c→x/list ADDRESS 0.5+0+0.5-0'],
    });
  });

  test('stand beside links by ground without being mixed into them', async () => {
    const city = aCity(
      [
        aLayer('x/grid', [aUnit('west', { metres: drawn(0) })]),
        aLayer('y/mixed', [aUnit('drawn', { metres: drawn(50) }), aUnit('list', { buildings: ['B1'] })]),
      ],
      { buildings },
    );
    expect(namedRows(city, await computeCrosswalk(city))).toEqual({
      links: ['west→drawn AREA 0.5/0.5', 'west→list ADDRESS 0.5/1'],
      coverage: [
        'west→y/mixed AREA 0.5+0+0.5-0',
        'drawn→x/grid AREA 0.5+0+0.5-0',
        'west→y/mixed ADDRESS 0.5+0+0.5-0',
        'list→x/grid ADDRESS 1+0+0-0',
      ],
    });
  });
});

describe('links by division code', () => {
  test('lead from a unit to the area that contains its code, and back by equal shares where not all are drawn', async () => {
    const city = aCity([
      aLayer('x/area', [aUnit('street', { divisionCode: '360203001' }), aUnit('other street', { divisionCode: '360203002' })]),
      aLayer('y/grid', [aUnit('g1', { divisionCode: '360203001001' }), aUnit('g2', { divisionCode: '360203001002' }), aUnit('no code')]),
    ]);
    const result = await computeCrosswalk(city);
    expect(namedRows(city, result)).toEqual({
      links: ['street→g1 CODE 0.5/1', 'street→g2 CODE 0.5/1'],
      coverage: ['street→y/grid CODE 1+0+0-0', 'g1→x/area CODE 1+0+0-0', 'g2→x/area CODE 1+0+0-0'],
    });
    expect(result.links.map(({ confidence }) => confidence)).toEqual([0.5, 0.5]);
  });

  test('share the area by ground where every member is drawn', async () => {
    const city = aCity([
      aLayer('x/area', [aUnit('street', { divisionCode: '360203001' })]),
      aLayer('y/grid', [
        aUnit('small', { divisionCode: '360203001001', metres: polygon(square(0, 0, 10)) }),
        aUnit('large', {
          divisionCode: '360203001002',
          metres: polygon([
            [10, 0],
            [40, 0],
            [40, 10],
            [10, 10],
            [10, 0],
          ]),
        }),
      ]),
    ]);
    const rows = namedRows(city, await computeCrosswalk(city));
    expect(rows.links).toEqual(['street→small CODE 0.25/1', 'street→large CODE 0.75/1']);
  });

  test('follow the city’s own table where codes have no digits to read', async () => {
    const city = aCity(
      [aLayer('x/area', [aUnit('borough', { divisionCode: 'BX' })]), aLayer('y/grid', [aUnit('board', { divisionCode: 'BX-7' })])],
      { divisionScheme: 'opaque', divisionParents: new Map([['BX-7', 'BX']]) },
    );
    expect(namedRows(city, await computeCrosswalk(city)).links).toEqual(['borough→board CODE 1/1']);
  });

  test('link nothing where several pieces of a partition share the code that contains the unit', async () => {
    const city = aCity([
      aLayer('x/piece', [aUnit('p', { divisionCode: '360203001' }), aUnit('q', { divisionCode: '360203001' })]),
      aLayer('y/grid', [aUnit('g', { divisionCode: '360203001001' })]),
    ]);
    expect(namedRows(city, await computeCrosswalk(city)).links).toEqual([]);
  });

  test('let every body of a layer that overlaps itself take the whole, and say that it is double', async () => {
    const city = aCity([
      aLayer('x/body', [aUnit('p', { divisionCode: '360203001' }), aUnit('q', { divisionCode: '360203001' })], { partition: false }),
      aLayer('y/grid', [aUnit('g', { divisionCode: '360203001001' })]),
    ]);
    expect(namedRows(city, await computeCrosswalk(city)).coverage).toEqual([
      'p→y/grid CODE 1+0+0-0',
      'q→y/grid CODE 1+0+0-0',
      'g→x/body CODE 2+0+0-1',
    ]);
  });
});

test('progress is told pair by pair of layers', async () => {
  const layers = ['x/a', 'y/b', 'z/c'].map((key) => aLayer(key, [aUnit('1', { metres: polygon(square(0, 0, 10)) })]));
  const told: string[] = [];
  await computeCrosswalk(aCity(layers), { onProgress: ({ done, total }) => told.push(`${done}/${total}`) });
  expect(told).toEqual(['1/3', '2/3', '3/3']);
});
