import fc from 'fast-check';

import { AskedCity } from '../support/intake/asked-city.js';
import { drawInto, type DrawnCity, drawnCity, type DrawnUnit } from '../support/intake/drawn-city.js';
import { PackCopy } from '../support/intake/pack-copy.js';

const bases = ['AREA', 'HOUSEHOLDS', 'ADDRESS', 'CODE', 'DECLARED'];
const link = '{ weight inverseWeight basis areaM2 confidence validFrom validTo grid { id name areaM2 layer { key name } } }';
const shares = `allElementsGrids ${link} links ${link} successors ${link}
  coverage { layer { key name } basis linked omitted uncovered doubleCover }`;
const resolution = `{ localId status grid { id name areaM2 boundary validFrom validTo layer { key name units } } ${shares} }`;
const everything = `query Everything($ids: [DepartmentalIdInput!]!, $at: Date!, $knownAt: DateTime) {
  resolveIds(ids: $ids, at: $at, knownAt: $knownAt) ${resolution}
  ${bases.map((basis) => `${basis}: resolveIds(ids: $ids, basis: ${basis}, at: $at, knownAt: $knownAt) ${resolution}`).join('\n  ')}
  layers(at: $at, knownAt: $knownAt) { key name nameEn partition units }
  allElementsGrids(first: 100, at: $at, knownAt: $knownAt) { totalCount nodes { id code name boundary households validFrom validTo asOf
    division { code name path: parent { name parent { name } } } departmentGrids ${link} } }
  departmentGrids(department: LIGHTHOUSE, first: 100, at: $at, knownAt: $knownAt) { totalCount nodes { id localId name boundary links { nodes ${link} } } }
  division(code: "990101001", at: $at, knownAt: $knownAt) { name validFrom validTo parent { name } children { code name validFrom validTo } }
  east: locate(longitude: 117.0151, latitude: 29.0151, at: $at, knownAt: $knownAt) { grid { id name } departmentGrids { id name } }
  west: locate(longitude: 117.0312, latitude: 29.0163, at: $at, knownAt: $knownAt) { grid { id name } departmentGrids { id name } }
  north: locate(longitude: 117.0222, latitude: 29.0244, at: $at, knownAt: $knownAt) { grid { id name } departmentGrids { id name } }
  responsibleFor(category: { standard: "light-2020", kind: "MATTER", code: "0101" }, grid: "990101001001001", at: $at, knownAt: $knownAt) {
    categoryCode divisionCode validFrom validTo document organisation { name } }
}`;

/** Days on which the city is asked: before, between and after what the corrections speak of, and one to come. */
const days = ['2011-06-01', '2016-06-01', '2020-06-01', '2024-06-01', '2026-03-05', '2030-01-01'];
const ids = Array.from({ length: 9 }, (_, place) => ({ department: 'LIGHTHOUSE', localId: `000${place + 1}`, layer: 'lighthouse/beam' }));

interface Recorded {
  readonly at: string;
  readonly knownAt: string;
  readonly answer: string;
}

describe('corrections that come late', () => {
  let city: AskedCity;
  let pack: PackCopy;
  let drawn: DrawnCity;
  let recorded: Recorded[];

  beforeAll(async () => {
    [city, pack] = await Promise.all([AskedCity.make(new Date('2026-03-10T02:00:00Z')), PackCopy.make()]);
    drawn = drawnCity;
    recorded = [];
    await tell(drawn);
  }, 120_000);
  afterAll(async () => {
    await city?.close();
    await pack?.remove();
  });

  const asked = (at: string, knownAt: string | null): Promise<string> => city.ask(everything, { ids, at, knownAt });
  const now = async (at: string): Promise<Readonly<Record<string, never>>> => JSON.parse(await asked(at, null)) as Record<string, never>;

  /** Imports what the city is now said to be and records what is known of every day an hour later. */
  async function tell(next: DrawnCity): Promise<void> {
    drawn = next;
    await drawInto(pack, next);
    await city.importPack(pack.folder);
    city.now = new Date(city.now.getTime() + 3_600_000);
    const knownAt = city.now.toISOString();
    for (const at of days) recorded.push({ at, knownAt, answer: await asked(at, knownAt) });
    city.now = new Date(city.now.getTime() + 23 * 3_600_000);
  }

  /** The earlier answers that are no longer the same, byte by byte. */
  async function changed(): Promise<readonly string[]> {
    const differing: string[] = [];
    for (const { at, knownAt, answer } of recorded) {
      const again = await asked(at, knownAt);
      if (again !== answer) differing.push(`${at} as known at ${knownAt}: ${firstDifference(answer, again)}`);
    }
    return differing;
  }

  const correctBeam = (id: string, parts: Partial<DrawnUnit>): DrawnCity => ({
    ...drawn,
    beams: drawn.beams.map((beam) => (beam.id === id ? { ...beam, ...parts } : beam)),
  });

  test.each<[string, () => DrawnCity, string, string, string]>([
    [
      'a boundary, true since earlier than was said',
      () => correctBeam('0001', { from: '2019-01-01', box: [10, 10, 28, 20] }),
      '2020-06-01',
      'east',
      '东灯',
    ],
    ['a name that was always another', () => correctBeam('0004', { name: '极北灯' }), '2016-06-01', 'north', '极北灯'],
    [
      'the name of a division',
      () => ({ ...drawn, communities: { ...drawn.communities, '990101001001': '壹号社区' } }),
      '2011-06-01',
      'division',
      '壹号社区',
    ],
    ['a unit that had ended long ago', () => correctBeam('0002', { to: '2023-01-01' }), '2024-06-01', 'west', '"departmentGrids":[]'],
    [
      'a unit that nobody had told of',
      () => ({
        ...drawn,
        beams: [...drawn.beams, { ...drawn.beams[1]!, id: '0005', name: '补灯', from: '2015-01-01', to: '', box: [28, 10, 40, 20] }],
      }),
      '2024-06-01',
      'west',
      '补灯',
    ],
    [
      'one of the city’s own grids, redrawn since earlier',
      () => ({
        ...drawn,
        grids: drawn.grids.map((grid, place) => (place === 1 ? { ...grid, from: '2013-01-01', box: [20, 10, 32, 30] } : grid)),
      }),
      '2024-06-01',
      'allElementsGrids',
      '117.032',
    ],
  ])(
    '%s: every earlier answer is as it was, and whoever asks now hears of it',
    async (_, correction, at, field, word) => {
      const before = JSON.stringify((await now(at))[field]);
      await tell(correction());

      expect(await changed()).toEqual([]);
      const after = JSON.stringify((await now(at))[field]);
      expect([before.includes(word), after.includes(word)]).toEqual([false, true]);
    },
    120_000,
  );

  test('any corrections, one after another', async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
    process.stdout.write(`  seed ${seed}: any corrections, one after another\n`);
    for (const { seeds, grow } of fc.sample(anyRound, { seed, numRuns: 6 })) {
      await tell(seeds.reduce(correctedAt, grow ? { ...drawn, beams: [...drawn.beams, aNewBeam(drawn)] } : drawn));
      expect(await changed()).toEqual([]);
    }
  }, 300_000);
});

const anyDay = fc.constantFrom('2010-07-01', '2013-01-01', '2016-01-01', '2019-01-01', '2022-01-01', '2025-01-01');
const anyCorrection = fc.record({
  of: fc.constantFrom('beams', 'grids', 'communities'),
  place: fc.nat(20),
  name: fc.constantFrom('甲', '乙', '丙', '丁'),
  from: anyDay,
  to: fc.option(anyDay, { nil: '', freq: 2 }),
  shift: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
  what: fc.constantFrom('name', 'from', 'to', 'box', 'gone'),
});
const anyRound = fc.record({ seeds: fc.array(anyCorrection, { minLength: 1, maxLength: 3 }), grow: fc.boolean() });
type Correction = typeof anyCorrection extends fc.Arbitrary<infer Value> ? Value : never;

function correctedAt(city: DrawnCity, correction: Correction): DrawnCity {
  if (correction.of === 'communities') return { ...city, communities: { ...city.communities, '990101001002': `${correction.name}号社区` } };
  const list = correction.of === 'beams' ? city.beams : city.grids;
  const chosen = correction.place % list.length;
  // The first grid stays, so that somebody is always asked who is responsible for it.
  if (correction.what === 'gone' && chosen > 0 && list.length > 2)
    return { ...city, [correction.of]: list.filter((_, place) => place !== chosen) };
  return { ...city, [correction.of]: list.map((unit, place) => (place === chosen ? corrected(unit, correction) : unit)) };
}

function corrected(unit: DrawnUnit, { what, name, from, to, shift: [east, north] }: Correction): DrawnUnit {
  const [x0, y0, x1, y1] = unit.box;
  if (what === 'name') return { ...unit, name: `${name}灯` };
  if (what === 'from') return { ...unit, from, to: unit.to !== '' && unit.to <= from ? '' : unit.to };
  if (what === 'to') return { ...unit, to: to <= unit.from ? '' : to };
  return {
    ...unit,
    box: [x0 + east, y0 + north, x1 + Math.max(east, 0), y1 + Math.max(north, 0)].map((step) => Math.max(step, 1)) as never,
  };
}

function aNewBeam({ beams }: DrawnCity): DrawnUnit {
  const id = `000${(beams.length % 9) + 1}`;
  const taken = new Set(beams.map((beam) => beam.id));
  const free = taken.has(id) ? Array.from({ length: 9 }, (_, place) => `000${place + 1}`).find((one) => !taken.has(one)) : id;
  return { ...beams[0]!, id: free ?? '0099', name: '新灯', from: '2017-01-01', to: '', box: [12, 12, 22, 26] };
}

function firstDifference(before: string, after: string): string {
  const place = [...before].findIndex((character, at) => character !== after[at]);
  return `…${before.slice(Math.max(0, place - 120), place + 80)} ⟶ …${after.slice(Math.max(0, place - 20), place + 80)}`;
}
