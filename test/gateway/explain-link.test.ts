import type { CityModel, GridLink, LinkExplanation } from '../../src/features/crosswalk/index.js';
import type { GridUnit } from '../../src/features/grids/index.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { seededRandom } from '../support/gateway/seeded-random.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import type { TestPlatform } from '../support/platform.js';

const explain = `query Why($a: UnitRefInput!, $b: UnitRefInput!, $at: Date) { explainLink(a: $a, b: $b, at: $at) {
  a { id } b { id } at basis weight inverseWeight areaM2 confidence replayedWeight sentence { zh en }
  steps { kind decides weight inverseWeight confidence run { id engine computedAt } sentence { zh en }
    area { areaOfAM2 areaOfBM2 commonM2 sliverBelowM2 isSliver }
    address { shared ofA ofB codes } code { chainOfA chainOfB rule } lineage { side name validFrom validTo } } } }`;

const seed = Number(process.env['SEED'] ?? 20_261_122);

describe(`the explanation of a link (seed ${seed})`, () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  let model: CityModel;
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url);
    model = platform.running.models.current();
  }, 600_000);
  afterAll(() => platform.stop());

  const refOf = ({ department, localId, layer }: GridUnit) => ({ department, localId, layer: layer.key });
  const why = async (a: object, b: object, at?: string): Promise<LinkExplanation | null> =>
    (await client.data<{ explainLink: LinkExplanation | null }>(explain, { a, b, at })).explainLink;
  const random = seededRandom(seed);

  /** A few links of each pair of layers and basis. */
  function someLinks(each: number): readonly { readonly a: GridUnit; readonly link: GridLink }[] {
    const found = new Map<string, { a: GridUnit; link: GridLink }[]>();
    for (const a of random.sample(model.units, 600)) {
      for (const link of model.links.of(a)) {
        const kind = `${a.layer.key} ${link.grid.layer.key} ${link.basis}`;
        const kept = found.get(kind) ?? [];
        if (kept.length < each) found.set(kind, [...kept, { a, link }]);
      }
    }
    return [...found.values()].flat();
  }

  test('replays to the weight that is answered, for every basis and pair of layers', async () => {
    const bases = new Set<string>();
    for (const { a, link } of someLinks(2)) {
      const told = (await why(refOf(a), refOf(link.grid)))!;
      bases.add(link.basis);
      expect(told).toMatchObject({ a: { id: a.id }, b: { id: link.grid.id }, basis: link.basis, weight: link.weight });
      expect(told.inverseWeight).toBe(link.inverseWeight);
      expect(Math.abs(told.replayedWeight! - link.weight)).toBeLessThanOrEqual(1e-9);
      const [decisive, ...others] = told.steps.filter((step) => step.decides);
      expect(others).toEqual([]);
      expect(decisive).toMatchObject({ kind: link.basis, weight: link.weight, inverseWeight: link.inverseWeight });
      expect(decisive!.confidence).toBeCloseTo(link.confidence, 6);
      expect(decisive!.run).toMatchObject({ engine: expect.stringMatching(/\d/), id: expect.any(String) });
    }
    expect([...bases].sort()).toEqual(['ADDRESS', 'AREA', 'CODE']);
  }, 300_000);

  test('gives an area weight bit by bit from its own two numbers', async () => {
    let seen = 0;
    for (const { a, link } of someLinks(1)) {
      if (link.basis !== 'AREA') continue;
      const { area } = (await why(refOf(a), refOf(link.grid)))!.steps.find((step) => step.kind === 'AREA')!;
      expect(Math.min(1, area!.commonM2 / area!.areaOfAM2)).toBe(link.weight);
      expect(Math.min(1, area!.commonM2 / area!.areaOfBM2)).toBe(link.inverseWeight);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(10);
  });

  test('says why two units have no link', async () => {
    const [west, ...others] = model.unitsOf('city/all-elements');
    const linked = new Set(model.links.of(west!).map(({ grid }) => grid));
    const apart = model.unitsOf('urban-management/unit').find((unit) => unit.rings && !linked.has(unit))!;
    expect(await why(refOf(west!), refOf(apart))).toMatchObject({ basis: null, weight: null, replayedWeight: null });
    expect((await why(refOf(west!), refOf(apart)))!.sentence.en).toContain('no ground in common');
    expect((await why(refOf(west!), refOf(others[0]!)))!.sentence.en).toContain('one layer');
  });

  test('names the day on which a unit was not there yet, and answers null for an id that nobody ever used', async () => {
    const [unit] = model.unitsOf('city/all-elements');
    const [other] = model.unitsOf('urban-management/unit');
    const early = (await why(refOf(unit!), refOf(other!), '1990-01-01'))!;
    expect(early).toMatchObject({ a: null, b: null, basis: null });
    expect(early.steps.map(({ kind, lineage }) => [kind, lineage?.side, lineage?.validFrom])).toEqual([
      ['LINEAGE', 'A', unit!.validFrom],
      ['LINEAGE', 'B', other!.validFrom],
    ]);
    expect(await why(refOf(unit!), { department: 'PETITION', localId: 'never-used' })).toBeNull();
  });

  test('refuses an id that stands in several layers of an office, and a layer of another office', async () => {
    const ask = (a: object) => client.code(explain, { a, b: refOf(model.units[0]!) });
    expect(await ask({ department: 'PETITION', localId: 'x', layer: 'housing/estate' })).toBe('BAD_USER_INPUT');
    expect(await ask({ localId: 'x', layer: 'nobody/has-it' })).toBe('BAD_USER_INPUT');
  });
});
