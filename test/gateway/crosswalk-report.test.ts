import { eventually } from '../support/eventlog/eventually.js';
import { boxOfMultiPolygon, rectangleM2 } from '../support/gateway/square-metres.js';
import { walkPages } from '../support/gateway/walk-connection.js';
import { type DrawnCity, drawnCity, type DrawnUnit } from '../support/intake/drawn-city.js';
import type { PackCopy } from '../support/intake/pack-copy.js';
import { ServedCity } from '../support/intake/served-city.js';

interface Found {
  readonly kind: string;
  readonly key: string;
  readonly layer: { readonly key: string } | null;
  readonly otherLayer: { readonly key: string } | null;
  readonly units: readonly { readonly localId?: string; readonly code?: string }[];
  readonly share: number | null;
  readonly areaM2: number | null;
  readonly households: number | null;
  readonly department: string | null;
  readonly divisionCode: string | null;
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly ground: { readonly type: string; readonly coordinates: readonly unknown[] } | null;
  readonly point: { readonly type: string; readonly coordinates: readonly [number, number] } | null;
}
interface Page {
  readonly nodes: readonly Found[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Report {
  readonly at: string;
  readonly asOf: string | null;
  readonly layers: readonly { readonly key: string }[];
  readonly findingCount: number;
  readonly summaries: readonly (Pick<Found, 'kind' | 'layer' | 'otherLayer' | 'department'> & {
    readonly count: number;
    readonly totalM2: number | null;
  })[];
  readonly findings: Page;
}

const query = `query Report($between: [LayerKey!], $kinds: [FindingKind!], $at: Date, $knownAt: DateTime, $first: Int, $after: Cursor) {
  crosswalkReport(between: $between, kinds: $kinds, at: $at, knownAt: $knownAt) { at asOf layers { key } findingCount
    summaries { kind layer { key } otherLayer { key } department count totalM2 }
    findings(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { kind key layer { key } otherLayer { key }
      units { ... on DepartmentGrid { localId } ... on AllElementsGrid { code } }
      share areaM2 households department divisionCode sentence { zh en } ground point } } } }`;

const whole = 'city/all-elements';
const beams = 'lighthouse/beam';
const between = [whole, beams];
const aBeam = (id: string, box: DrawnUnit['box']): DrawnUnit => ({ ...drawnCity.beams[0]!, id, name: `灯${id}`, box });

/** Beams that leave a strip of the first grid dark, lie upon each other, touch a grid in a sliver, and shine where nobody lives. */
const faulty: DrawnCity = {
  ...drawnCity,
  beams: [
    { ...drawnCity.beams[0]!, box: [11, 10, 25, 20] },
    ...drawnCity.beams.slice(1),
    aBeam('0005', [60, 60, 70, 70]),
    aBeam('0006', [12, 12, 14, 14]),
    aBeam('0007', [39.999, 25, 45, 25.05]),
  ],
};

/** The first grid has a household too few and the last one too many. */
async function countHouseholds(pack: PackCopy): Promise<void> {
  const counts: Readonly<Record<string, number>> = { '990101001001001': 299, '990101001001002': 300, '990101001002001': 501 };
  for (const [id, households] of Object.entries(counts)) {
    const { name, division } = drawnCity.grids.find((grid) => grid.id === id)!;
    const head = `${id},${name},${division},`;
    await pack.replace('city/all-elements.csv', `${head},`, `${head}${households},`);
  }
}

/** Square metres of a box in the steps of the drawn city. */
function stepsM2([west, south, east, north]: DrawnUnit['box']): number {
  return rectangleM2(117 + west / 1_000, 29 + south / 1_000, 117 + east / 1_000, 29 + north / 1_000);
}

describe('the report on the grids of a city', () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await ServedCity.start(faulty, countHouseholds);
  }, 120_000);
  afterAll(() => city?.stop());

  const report = async (variables: object = {}): Promise<Report> =>
    (await city.client.data<{ crosswalkReport: Report }>(query, { between, first: 100, ...variables })).crosswalkReport;
  const refusal = (variables: object): Promise<string> => city.client.code(query, { between, first: 10, ...variables });
  const told = ({ findings }: Report): readonly string[] =>
    findings.nodes.map(({ kind, units, otherLayer, department, divisionCode }) =>
      [kind, ...units.map(({ localId, code }) => localId ?? code), otherLayer?.key, department, divisionCode].filter(Boolean).join(' '),
    );

  test('names every kind of fault with its units, the largest ground of each kind first', async () => {
    const answer = await report();

    expect(told(answer)).toEqual([
      'NO_MANS_LAND 0005 city/all-elements',
      'NO_MANS_LAND 990101001001001 lighthouse/beam',
      'NO_MANS_LAND 0007 city/all-elements',
      'SELF_OVERLAP 0001 0006 lighthouse/beam',
      'DOUBLE_COVER 990101001001001 lighthouse/beam',
      'SLIVER 990101001002001 0007 lighthouse/beam',
      'UNMATCHED_UNIT 0005',
      'UNMATCHED_UNIT 0007',
      expect.stringMatching(/^HOUSEHOLD_RULE 99010100100[12]001$/),
      expect.stringMatching(/^HOUSEHOLD_RULE 99010100100[12]001$/),
      'ORPHAN_DUTY ORCHARD 990100',
    ]);
    expect(answer.layers.map(({ key }) => key)).toEqual(between);
    expect(Date.parse(answer.asOf!)).toBeLessThan(Date.now());
    expect(new Set(answer.findings.nodes.map(({ key }) => key)).size).toBe(answer.findingCount);
    const households = answer.findings.nodes.filter(({ kind }) => kind === 'HOUSEHOLD_RULE').map((found) => found.households);
    expect(households.sort()).toEqual([299, 501]);
  });

  test('finds ids that collide in the layers that are asked for', async () => {
    expect(told(await report({ kinds: ['COLLIDING_ID'] }))).toEqual([]);
    expect(told(await report({ kinds: ['COLLIDING_ID'], between: null }))).toEqual(['COLLIDING_ID 0005 5 orchard/row']);
  });

  test('sums up what it lists', async () => {
    const { summaries, findings } = await report({ between: null });
    for (const { kind, layer, otherLayer, department, count, totalM2 } of summaries) {
      const listed = findings.nodes.filter(
        (found) =>
          found.kind === kind &&
          found.layer?.key === layer?.key &&
          found.otherLayer?.key === otherLayer?.key &&
          found.department === department,
      );
      expect([kind, listed.length]).toEqual([kind, count]);
      const areas = listed.flatMap(({ areaM2 }) => areaM2 ?? []);
      if (areas.length === 0) expect(totalM2).toBeNull();
      else
        expect(totalM2).toBeCloseTo(
          areas.reduce((total, area) => total + area, 0),
          3,
        );
    }
    expect(summaries.reduce((total, { count }) => total + count, 0)).toBe(findings.nodes.length);
  });

  test.each<[string, readonly string[], DrawnUnit['box']]>([
    ['a gap', ['NO_MANS_LAND', '990101001001001'], [10, 10, 11, 20]],
    ['a unit that nobody covers', ['NO_MANS_LAND', '0005'], [60, 60, 70, 70]],
    ['an overlap', ['SELF_OVERLAP', '0001'], [12, 12, 14, 14]],
    ['double cover', ['DOUBLE_COVER', '990101001001001'], [12, 12, 14, 14]],
    ['a sliver', ['SLIVER', '990101001002001'], [39.999, 25, 40, 25.05]],
  ])('draws %s where it is, with its area and a point of it', async (_, [kind, unit], box) => {
    const { findings } = await report({ kinds: [kind] });
    const found = findings.nodes.find(({ units: [first] }) => (first!.localId ?? first!.code) === unit)!;

    expect(Math.abs(found.areaM2! / stepsM2(box) - 1)).toBeLessThan(1e-3);
    expect(found.ground!.type).toBe('MultiPolygon');
    const [west, south, east, north] = boxOfMultiPolygon(found.ground!);
    const [x, y] = found.point!.coordinates;
    for (const [place, edge] of [west, south, east, north].entries())
      expect(edge).toBeCloseTo((place % 2 === 0 ? 117 : 29) + box[place]! / 1_000, 7);
    expect([found.point!.type, x >= west && x <= east, y >= south && y <= north]).toEqual(['Point', true, true]);
    expect(found.sentence.en).toContain(unit);
    expect(found.sentence.zh).toContain(unit);
  });

  test('pages through cursors give every finding once and in the same order', async () => {
    const wanted = (await report({ between: null })).findings.nodes.map(({ key }) => key);
    for (const first of [1, 3, wanted.length]) {
      const pages = await walkPages(async (after) => (await report({ between: null, first, after })).findings);
      expect(pages.flatMap(({ nodes }) => nodes.map(({ key }) => key))).toEqual(wanted);
      expect(pages.length).toBe(Math.ceil(wanted.length / first));
    }
  });

  test('speaks of the day that is asked for', async () => {
    const kinds = ['NO_MANS_LAND', 'SELF_OVERLAP', 'DOUBLE_COVER', 'SLIVER', 'UNMATCHED_UNIT'];
    expect(told(await report({ kinds, at: '2016-06-01' }))).toEqual([]);
    const dark = await report({ kinds, at: '2019-06-01' });
    expect(dark.at).toBe('2019-06-01');
    expect([...told(dark)].sort()).toEqual([
      'NO_MANS_LAND 990101001001001 lighthouse/beam',
      'NO_MANS_LAND 990101001001002 lighthouse/beam',
      'NO_MANS_LAND 990101001002001 lighthouse/beam',
    ]);
    for (const { areaM2, share } of dark.findings.nodes) {
      expect(Math.abs(areaM2! / stepsM2([20, 10, 30, 20]) - 1)).toBeLessThan(1e-3);
      expect(share).toBeCloseTo(0.5, 4);
    }
  });

  test('refuses what cannot be answered, by name', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const asked = [
      { between: ['nobody/has-it'] },
      { kinds: ['UGLY'] },
      { at: '2019-02-30' },
      { at: '1900-01-01' },
      { knownAt: tomorrow },
      { first: 0 },
    ];
    const codes: string[] = [];
    for (const variables of asked) codes.push(await refusal(variables));
    expect(codes).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'DATE_INVALID', 'DATE_INVALID', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
    const { endCursor } = (await report({ first: 1 })).findings.pageInfo;
    expect(await refusal({ after: endCursor, at: '2019-06-01' })).toBe('CURSOR_INVALID');
    expect(await refusal({ after: 'made-up' })).toBe('CURSOR_INVALID');
  });

  test('shows a new gap without being told of it, and earlier knowledge stays', async () => {
    const asked = { kinds: ['NO_MANS_LAND'] };
    const before = await report(asked);
    const knownAt = new Date().toISOString();
    const gap = async (): Promise<Found | undefined> =>
      (await report(asked)).findings.nodes.find(({ units: [unit] }) => unit!.code === '990101001002001');
    expect(await gap()).toBeUndefined();
    const shorter = faulty.beams.map((beam): DrawnUnit => (beam.id === '0002' ? { ...beam, box: [25, 10, 38.7, 20] } : beam));
    await city.tell({ ...faulty, beams: shorter });
    await eventually('the gap shows', async () => (await gap()) !== undefined);

    const found = (await gap())!;
    expect(Math.abs(found.areaM2! / stepsM2([38.7, 10, 40, 20]) - 1)).toBeLessThan(1e-3);
    expect(found.otherLayer!.key).toBe(beams);
    expect(boxOfMultiPolygon(found.ground!)[0]).toBeCloseTo(117.0387, 7);
    expect((await report({ ...asked, knownAt })).findings.nodes).toEqual(before.findings.nodes);
  });
});
