import { randomUUID } from 'node:crypto';

import type { LinkEvidence, LinkExplanation } from '../../src/features/crosswalk/index.js';
import { demoToken } from '../support/access/demo-token.js';
import { eventually } from '../support/eventlog/eventually.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { drawnCity } from '../support/intake/drawn-city.js';
import type { PackCopy } from '../support/intake/pack-copy.js';
import { ServedCity } from '../support/intake/served-city.js';

interface Ref {
  readonly department?: string;
  readonly localId: string;
  readonly layer: string;
}
interface Linked {
  readonly weight: number;
  readonly inverseWeight: number;
  readonly basis: string;
  readonly confidence: number;
}

const explain = `query Why($a: UnitRefInput!, $b: UnitRefInput!) { explainLink(a: $a, b: $b) {
  basis weight inverseWeight confidence replayedWeight sentence { zh en }
  steps { kind decides weight inverseWeight confidence run { engine } sentence { zh en }
    area { areaOfAM2 commonM2 } households { department common ofA ofB } address { shared ofA ofB codes } code { chainOfA chainOfB rule }
    declaration { id documentNumber role department recordedAt difference } rejection { id documentNumber role department recordedAt } } } }`;
const links = `query Links($ids: [DepartmentalIdInput!]!, $basis: LinkBasis) { resolveIds(ids: $ids, basis: $basis) {
  allElementsGrids { weight inverseWeight basis confidence grid { ... on AllElementsGrid { code } } } } }`;
const decide = (name: string, type: string): string =>
  `mutation Decide($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { message } ... on LinkDecisionChanged { decision { id } } } }`;

const beam = (localId: string): Ref => ({ department: 'LIGHTHOUSE', localId, layer: 'lighthouse/beam' });
const watch = (localId: string): Ref => ({ department: 'LIGHTHOUSE', localId, layer: 'lighthouse/watch' });
const grid = (localId: string): Ref => ({ localId, layer: 'city/all-elements' });
const [west, middle, east] = ['990101001001001', '990101001001002', '990101001002001'] as const;

/** Two offices count the households of two buildings; one watch is a list of both, another has nothing but its code. */
async function countHouseholds(pack: PackCopy): Promise<void> {
  const head = 'source_id,name,keeper,longitude,latitude,as_of,unit,layer,address_code,dwellings,households,use\n';
  const row = (id: string, longitude: number, households: number): string =>
    `${id},楼${id},1199010000000001AJ,${longitude},29.012,2026-02-20,,,A-${id},9,${households},居住\n`;
  await pack.write('lighthouse/buildings.csv', head + row('1', 117.012, 5) + row('2', 117.022, 3));
  await pack.write('orchard/buildings.csv', head + row('1', 117.012, 4) + row('2', 117.022, 4));
  const buildings = [{ path: 'orchard/buildings.csv', format: 'csv', kind: 'BUILDING' }];
  const manifest = JSON.parse(await pack.read('manifest.json')) as { offices: { key: string; elements?: unknown }[] };
  const offices = manifest.offices.map((office) => (office.key === 'orchard' ? { ...office, elements: buildings } : office));
  await pack.write('manifest.json', JSON.stringify({ ...manifest, offices }));
  await pack.append('lighthouse/watch.csv', '楼岗,楼岗,990101001001,,2022-01-01,,,A-1;A-2,2026-02-20,LED,,,\n');
  await pack.append('lighthouse/watch.csv', '村岗,村岗,990101001002,,2022-01-01,,,,2026-02-20,LED,,,\n');
}

describe('the evidence of a link', () => {
  let city: ServedCity;
  let office: GraphqlClient;
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity, countHouseholds);
    office = new GraphqlClient(city.platform.url, await demoToken(city.platform));
  }, 120_000);
  afterAll(() => city?.stop());

  const why = async (a: Ref, b: Ref): Promise<LinkExplanation> =>
    (await city.client.data<{ explainLink: LinkExplanation }>(explain, { a, b })).explainLink;
  /** The link that is answered for an id of an office, into an all-elements grid. */
  const answered = async (id: Ref, code: string, basis: string | null = null): Promise<Linked | undefined> => {
    type Answer = {
      readonly resolveIds: readonly { readonly allElementsGrids: readonly (Linked & { readonly grid: { readonly code: string } })[] }[];
    };
    const { resolveIds } = await city.client.data<Answer>(links, { ids: [id], basis });
    return resolveIds[0]!.allElementsGrids.find((link) => link.grid.code === code);
  };
  const step = (told: LinkExplanation, kind: LinkEvidence['kind']): LinkEvidence => told.steps.find((one) => one.kind === kind)!;
  const send = async (name: string, type: string, input: object): Promise<string> => {
    const words = {
      idempotencyKey: randomUUID(),
      documentNumber: '港府办〔2026〕7号',
      reason: '沿街门面归西侧网格',
      organisation: '1199010000000003CT',
    };
    type Answer = Readonly<Record<string, { readonly message?: string; readonly decision?: { readonly id: string } }>>;
    const answer = (await office.data<Answer>(decide(name, type), { input: { ...words, ...input } }))[name]!;
    if (!answer.decision) throw new Error(answer.message);
    return answer.decision.id;
  };

  /** The one step that decides, after it was held against what the city answers for the pair. */
  async function decisive(a: Ref, code: string): Promise<LinkEvidence> {
    const [told, link] = [await why(a, grid(code)), (await answered(a, code))!];
    expect(told).toMatchObject({ basis: link.basis, weight: link.weight, inverseWeight: link.inverseWeight, confidence: link.confidence });
    expect(Math.abs(told.replayedWeight! - link.weight)).toBeLessThanOrEqual(1e-9);
    const [one, ...others] = told.steps.filter(({ decides }) => decides);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ weight: link.weight, inverseWeight: link.inverseWeight });
    return one!;
  }

  test('of ground: both areas and what they have in common', async () => {
    const { kind, area, run } = await decisive(beam('0001'), middle);
    expect(kind).toBe('AREA');
    expect(area!.commonM2 / area!.areaOfAM2).toBeCloseTo(1 / 3, 4);
    expect(run!.engine).toMatch(/\d/);
  });

  test('of buildings: which of them a list shares with a drawn unit', async () => {
    const { kind, weight, inverseWeight, address } = await decisive(watch('楼岗'), west);
    expect([kind, weight, inverseWeight]).toEqual(['ADDRESS', 0.5, 1]);
    expect(address).toEqual({ shared: 1, ofA: 2, ofB: 1, codes: ['A-1'] });
  });

  test('of codes: the divisions of both, where there is nothing else to compare', async () => {
    const { kind, weight, code } = await decisive(watch('村岗'), east);
    expect([kind, weight]).toEqual(['CODE', 1]);
    const chain = ['990101001002', '990101001', '990101', '990100'];
    expect(code).toEqual({ chainOfA: chain, chainOfB: chain, rule: 'EQUAL_SHARES' });
  });

  test('of households: told beside the ground, and answered where they are asked for, with every office’s count', async () => {
    const told = await why(beam('0001'), grid(west));
    const link = (await answered(beam('0001'), west, 'HOUSEHOLDS'))!;
    const households = step(told, 'HOUSEHOLDS');

    expect(told.basis).toBe('AREA');
    expect(households).toMatchObject({
      decides: false,
      weight: link.weight,
      inverseWeight: link.inverseWeight,
      confidence: link.confidence,
    });
    expect([link.basis, link.weight, link.inverseWeight]).toEqual(['HOUSEHOLDS', 5 / 8, 1]);
    expect(households.households).toEqual([
      { department: 'LIGHTHOUSE', common: 5, ofA: 8, ofB: 5 },
      { department: 'ORCHARD', common: 4, ofA: 8, ofB: 4 },
    ]);
  });

  test('of a declaration: who declared it by which document, what it weighs, and how far that is from what was computed', async () => {
    const before = await why(beam('0001'), grid(west));
    const weights = [{ localId: west, weight: 0.9 }];
    const id = await send('declareLink', 'DeclareLinkInput', { unit: beam('0001'), layer: 'city/all-elements', weights, remainder: 0.1 });
    await eventually('the declaration shows', async () => (await answered(beam('0001'), west))?.basis === 'DECLARED');

    const { kind, weight, confidence, declaration } = await decisive(beam('0001'), west);
    expect([kind, weight, confidence]).toEqual(['DECLARATION', 0.9, 1]);
    expect(declaration).toMatchObject({ id, documentNumber: '港府办〔2026〕7号', role: 'GRID_OFFICE', department: null });
    expect(declaration!.difference).toBeCloseTo(0.9 - before.weight!, 12);
    const told = await why(beam('0001'), grid(west));
    expect(step(told, 'AREA')).toEqual({ ...step(before, 'AREA'), decides: false });
    expect(told.sentence.en).toContain('Computed it would be 66.6667 %');
    expect(step(told, 'DECLARATION').sentence.zh).toContain('港府办〔2026〕7号');
  });

  test('of a declaration that leaves a unit out: no link, and the document that says so', async () => {
    const told = await why(beam('0001'), grid(middle));
    expect(told).toMatchObject({ basis: null, weight: null, replayedWeight: null });
    expect(step(told, 'DECLARATION')).toMatchObject({ decides: false, weight: null, declaration: { difference: null } });
    expect(step(told, 'DECLARATION').sentence.en).toContain('b is not in it');
    expect(told.sentence.en).toContain('DECLARED');
  });

  test('of a rejection: seen from both ends, beside the ground that they still share', async () => {
    const id = await send('rejectLink', 'RejectLinkInput', { one: beam('0002'), other: grid(east) });
    await eventually('the rejection shows', async () => (await answered(beam('0002'), east)) === undefined);

    for (const [a, b] of [
      [beam('0002'), grid(east)],
      [grid(east), beam('0002')],
    ] as const) {
      const told = await why(a, b);
      expect(told).toMatchObject({ basis: null, weight: null, replayedWeight: null });
      expect(step(told, 'REJECTION').rejection).toMatchObject({
        id,
        documentNumber: '港府办〔2026〕7号',
        role: 'GRID_OFFICE',
        department: null,
      });
      expect(step(told, 'AREA').area!.commonM2).toBeGreaterThan(1_000);
      expect(told.steps.some(({ decides }) => decides)).toBe(false);
      expect(told.sentence.en).toContain('rejected');
    }
  });
});
