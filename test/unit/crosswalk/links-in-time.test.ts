import { computeCrosswalk } from '../../../src/features/crosswalk/worker/compute-crosswalk.js';
import type { UnitGround } from '../../../src/features/grids/index.js';
import { PublishedInMemory } from '../../fakes/crosswalk/published-in-memory.js';
import { aCity, aLayer, aUnit } from '../../support/crosswalk/a-city.js';
import { aBuild, aBuilding, aGround, aModelOf, unitsOf } from '../../support/crosswalk/a-city-of-change.js';
import { polygon, square } from '../../support/geometry/shapes.js';

const model = aModelOf(['x/grid', 'y/beat']);

/** What is published of some units, as `source→target BASIS weight from…to` and `unit→layer BASIS linked+omitted+uncovered-double from…to`. */
async function published(units: readonly UnitGround[]): Promise<readonly string[]> {
  const store = new PublishedInMemory();
  await aBuild({ ground: unitsOf(units), store }).run(model);
  const names = new Map(units.map(({ uuid, localId }) => [uuid, localId]));
  const short = (share: number): number => Math.round(share * 1e6) / 1e6 + 0;
  return [
    ...store.rows.links.map(
      (row) =>
        `${names.get(row.sourceUuid)!}→${names.get(row.targetUuid)!} ${row.basis} ${short(row.weight)} ${row.validFrom}…${row.validTo ?? ''}`,
    ),
    ...store.rows.coverage.map(
      ({ linked, omitted, uncovered, doubleCover, ...row }) =>
        `${names.get(row.unitUuid)!}→${row.layerKey} ${row.basis} ${[linked, omitted, uncovered].map(short).join('+')}-${short(doubleCover)} ${row.validFrom}…${row.validTo ?? ''}`,
    ),
  ];
}

test('a unit that was retired years ago keeps its links for the days on which it was valid, and leaves a gap from then on', async () => {
  const grid = aGround('x/grid', 'grid', { at: [0, 0, 100, 100] });
  const beat = aGround('y/beat', 'beat', { at: [0, 0, 50, 100], validTo: '2022-01-01' });
  expect(await published([grid, beat])).toEqual([
    'grid→beat AREA 0.5 2020-01-01…2022-01-01',
    'grid→y/beat AREA 0.5+0+0.5-0 2020-01-01…2022-01-01',
    'grid→y/beat AREA 0+0+1-0 2022-01-01…',
    'beat→x/grid AREA 1+0+0-0 2020-01-01…2022-01-01',
  ]);
});

test('a redraw of a coming date is linked from that date on, before it has come', async () => {
  const grid = aGround('x/grid', 'grid', { at: [0, 0, 100, 100] });
  const beat = aGround('y/beat', 'beat', { at: [0, 0, 50, 100], validTo: '2027-01-01' });
  const redrawn = { ...aGround('y/beat', 'beat', { at: [0, 0, 80, 100] }), validFrom: '2027-01-01' };
  expect((await published([grid, beat, redrawn])).filter((row) => row.startsWith('grid→'))).toEqual([
    'grid→beat AREA 0.5 2020-01-01…2027-01-01',
    'grid→beat AREA 0.8 2027-01-01…',
    'grid→y/beat AREA 0.5+0+0.5-0 2020-01-01…2027-01-01',
    'grid→y/beat AREA 0.8+0+0.2-0 2027-01-01…',
  ]);
});

test('days between which nothing changed are one row, whatever else is said of the unit', async () => {
  const grid = aGround('x/grid', 'grid', { at: [0, 0, 100, 100], validTo: '2023-05-01' });
  const renamed = { ...grid, validFrom: '2023-05-01', validTo: null };
  const beat = aGround('y/beat', 'beat', { at: [0, 0, 50, 100] });
  expect(await published([grid, renamed, beat])).toEqual([
    'grid→beat AREA 0.5 2020-01-01…',
    'grid→y/beat AREA 0.5+0+0.5-0 2020-01-01…',
    'beat→x/grid AREA 1+0+0-0 2020-01-01…',
  ]);
});

test('two vintages of a layer are no double cover, and each is linked on its own days', async () => {
  const grid = aGround('x/grid', 'grid', { at: [0, 0, 100, 100] });
  const old = ['w', 'e'].map((name, at) => aGround('y/beat', `old ${name}`, { at: [at * 50, 0, 50, 100], validTo: '2024-01-01' }));
  const young = ['s', 'n'].map((name, at) => aGround('y/beat', `new ${name}`, { at: [0, at * 50, 100, 50], validFrom: '2024-01-01' }));
  expect((await published([grid, ...old, ...young])).filter((row) => row.startsWith('grid→'))).toEqual([
    'grid→old w AREA 0.5 2020-01-01…2024-01-01',
    'grid→old e AREA 0.5 2020-01-01…2024-01-01',
    'grid→new s AREA 0.5 2024-01-01…',
    'grid→new n AREA 0.5 2024-01-01…',
    'grid→y/beat AREA 1+0+0-0 2020-01-01…',
  ]);
});

test('ground that is claimed twice for some years is double cover in those years only', async () => {
  const grid = aGround('x/grid', 'grid', { at: [0, 0, 100, 100] });
  const beat = aGround('y/beat', 'beat', { at: [0, 0, 100, 100] });
  const rival = aGround('y/beat', 'rival', { at: [50, 0, 50, 100], validFrom: '2021-01-01', validTo: '2023-01-01' });
  expect((await published([grid, beat, rival])).filter((row) => row.startsWith('grid→y/beat'))).toEqual([
    'grid→y/beat AREA 1+0+0-0 2020-01-01…2021-01-01',
    'grid→y/beat AREA 1.5+0+0-0.5 2021-01-01…2023-01-01',
    'grid→y/beat AREA 1+0+0-0 2023-01-01…',
  ]);
});

describe('links by households', () => {
  const tiles = (key: string, wide: number): ReturnType<typeof aGround>[] => [
    aGround(key, `${key} west`, { at: [0, 0, wide, 100] }),
    aGround(key, `${key} east`, { at: [wide, 0, 200 - wide, 100] }),
  ];
  const [two, one] = [{ A01: 10 }, { A01: 30, A02: 24 }];

  async function rowsOf(buildings: Parameters<typeof aBuild>[0]['buildings']): Promise<PublishedInMemory['rows']> {
    const store = new PublishedInMemory();
    await aBuild({ ground: unitsOf([...tiles('x/grid', 100), ...tiles('y/beat', 50)]), store, buildings: buildings ?? [] }).run(model);
    return store.rows;
  }

  test('weigh what an office counts in shared buildings, not ground, and keep the counts of every office that counts there', async () => {
    const { links, coverage } = await rowsOf([
      aBuilding('B1', 20, 50, one),
      aBuilding('B2', 70, 50, two),
      aBuilding('B3', 150, 50, { A02: 7 }),
      aBuilding('B4', 160, 50, two),
    ]);
    const found = links.filter(({ basis }) => basis === 'HOUSEHOLDS');
    expect(found.map(({ weight, inverseWeight, areaM2, householdCounts }) => ({ weight, inverseWeight, areaM2, householdCounts }))).toEqual(
      [
        { weight: 0.75, inverseWeight: 1, areaM2: null, householdCounts: { A01: [30, 40, 30], A02: [24, 24, 24] } },
        { weight: 0.25, inverseWeight: 0.5, areaM2: null, householdCounts: { A01: [10, 40, 20], A02: [0, 24, 7] } },
        { weight: 1, inverseWeight: 0.5, areaM2: null, householdCounts: { A01: [10, 10, 20], A02: [7, 7, 7] } },
      ],
    );
    const covers = coverage.filter(({ basis }) => basis === 'HOUSEHOLDS');
    expect(covers.map(({ linked, uncovered }) => [linked, uncovered])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  test('keep no counts beside the weight where one office alone counts', async () => {
    const { links } = await rowsOf([aBuilding('B1', 20, 50, two), aBuilding('B2', 70, 50, two)]);
    expect(links.filter(({ basis }) => basis === 'HOUSEHOLDS').map(({ householdCounts }) => householdCounts)).toEqual([null, null]);
  });

  test('are not there without buildings, nor for a unit of no counted household: ground never stands in for them', async () => {
    const without = await rowsOf([]);
    expect(without.links.some(({ basis }) => basis === 'HOUSEHOLDS')).toBe(false);
    expect(without.coverage.some(({ basis }) => basis === 'HOUSEHOLDS')).toBe(false);
    const { coverage } = await rowsOf([aBuilding('B1', 20, 50, two), aBuilding('B2', 150, 50)]);
    expect(coverage.filter(({ basis }) => basis === 'HOUSEHOLDS')).toHaveLength(2);
  });

  test('count a building without a place for the units that list it', async () => {
    const city = aCity(
      [aLayer('x/list', [aUnit('a', { buildings: ['B1', 'B2'] })]), aLayer('y/list', [aUnit('b', { buildings: ['B1'] })])],
      {
        buildings: [
          { code: 'B1', longitude: null, latitude: null, households: { A01: 3 } },
          { code: 'B2', longitude: null, latitude: null, households: { A01: 1 } },
        ],
        countingOffice: 'A01',
      },
    );
    const { links } = await computeCrosswalk(city);
    expect(links.map(({ basis, weight }) => [basis, weight])).toEqual([
      ['HOUSEHOLDS', 0.75],
      ['ADDRESS', 0.5],
    ]);
  });
});

test('vertices and pairs are counted', async () => {
  const tile = (name: string): ReturnType<typeof aUnit> => aUnit(name, { metres: polygon(square(0, 0, 10)) });
  const { effort } = await computeCrosswalk(aCity([aLayer('x/a', [tile('a')]), aLayer('y/b', [tile('b')]), aLayer('z/c', [aUnit('c')])]));
  expect(effort).toEqual({ vertices: 10, pairs: 1 });
});
