import { type CityModel, type Coverage, linkBases, preferredBases } from '../../src/features/crosswalk/index.js';
import type { GridUnit } from '../../src/features/grids/index.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { areaOf, overlapArea, type PlaneRings } from '../support/gateway/overlap-area.js';
import type { Boundary } from '../support/gateway/point-within.js';
import { seededRandom } from '../support/gateway/seeded-random.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import { countOf } from '../support/gateway/statements-of.js';
import type { TestPlatform } from '../support/platform.js';

interface Link {
  readonly weight: number;
  readonly inverseWeight: number;
  readonly basis: string;
  readonly areaM2: number | null;
  readonly confidence: number;
  readonly grid: { readonly id: string; readonly localId?: string; readonly layer: { readonly key: string } };
}

type Shares = Omit<Coverage, 'layerKey'> & { readonly layer: { readonly key: string } };
interface Resolution {
  readonly localId: string;
  readonly status: string;
  readonly grid: { readonly id: string; readonly localId: string; readonly layer: { readonly key: string } } | null;
  readonly links: readonly Link[];
  readonly allElementsGrids: readonly Link[];
  readonly coverage: readonly Shares[];
}

const resolve = `query Resolve($ids: [DepartmentalIdInput!]!, $to: [Department!], $layers: [LayerKey!], $minWeight: Float, $basis: LinkBasis, $at: Date) {
  resolveIds(ids: $ids, to: $to, layers: $layers, minWeight: $minWeight, basis: $basis, at: $at) {
    localId status grid { id localId layer { key } }
    links { weight inverseWeight basis areaM2 confidence grid { id layer { key } ... on DepartmentGrid { localId } } }
    allElementsGrids { weight inverseWeight basis grid { id layer { key } } }
    coverage { layer { key } basis linked omitted uncovered doubleCover } } }`;

const seed = Number(process.env['SEED'] ?? 20_261_122);
const tolerance = 1e-9;
const missing = ({ linked, omitted, uncovered, doubleCover }: Omit<Coverage, 'layerKey' | 'basis'>): number =>
  Math.abs(linked + omitted + uncovered - doubleCover - 1);

describe(`the crosswalk between all offices’ units (seed ${seed})`, () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  let model: CityModel;
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url);
    model = platform.running.models.current();
  }, 600_000);
  afterAll(() => platform.stop());

  const ask = async (ids: readonly object[], wish: Readonly<Record<string, unknown>> = {}): Promise<readonly Resolution[]> =>
    (await client.data<{ resolveIds: readonly Resolution[] }>(resolve, { ids, ...wish })).resolveIds;
  const idOf = ({ department, localId, layer }: GridUnit) => ({ department, localId, layer: layer.key });
  const unitsOf = (layerKey: string): readonly GridUnit[] => model.unitsOf(layerKey);

  test('the shares of every unit by every layer account for the whole of it', () => {
    let rows = 0;
    const wrong: string[] = [];
    for (const unit of model.units) {
      for (const shares of model.links.coverageOf(unit, model.layers)) {
        rows += 1;
        const isWhole = missing(shares) <= tolerance && Math.min(shares.linked, shares.omitted, shares.uncovered, shares.doubleCover) >= 0;
        if (!isWhole) wrong.push(`${unit.layer.key} ${unit.localId} by ${shares.layerKey}: ${JSON.stringify(shares)}`);
      }
    }

    expect(rows).toBe(model.units.length * (model.layers.length - 1));
    expect(rows).toBeGreaterThan(80_000);
    expect(wrong).toEqual([]);
  });

  test('the weights of every row sum to its linked share, are in (0, 1], and come from one basis', () => {
    const wrong: string[] = [];
    for (const unit of model.units) {
      const sums = new Map<string, { sum: number; bases: Set<string> }>();
      for (const { grid, weight, inverseWeight, basis } of model.links.of(unit)) {
        const row = sums.get(grid.layer.key) ?? { sum: 0, bases: new Set() };
        sums.set(grid.layer.key, { sum: row.sum + weight, bases: row.bases.add(basis) });
        const areShares = [weight, inverseWeight].every((share) => share > 0 && share <= 1 + tolerance);
        if (!areShares) wrong.push(`${unit.localId} → ${grid.localId}: ${weight}, ${inverseWeight}`);
      }
      for (const { layerKey, linked, basis } of model.links.coverageOf(unit, model.layers)) {
        const row = sums.get(layerKey);
        const agrees =
          Math.abs((row?.sum ?? 0) - linked) <= tolerance && (row === undefined || (row.bases.size === 1 && row.bases.has(basis!)));
        if (!agrees)
          wrong.push(
            `${unit.layer.key} ${unit.localId} by ${layerKey}: ${row?.sum} of ${[...(row?.bases ?? [])].join()}, linked ${linked} of ${basis}`,
          );
      }
    }

    expect(wrong).toEqual([]);
  });

  test.each(linkBases.map((basis) => basis))('a link by %s says the same from both its ends', (basis) => {
    const told = new Map<number, { readonly weight: number; readonly inverseWeight: number }>();
    const keyOf = (from: GridUnit, to: GridUnit): number => from.index * model.units.length + to.index;
    for (const unit of model.units) for (const link of model.links.of(unit, { basis })) told.set(keyOf(unit, link.grid), link);
    const wrong = model.units.flatMap((unit) =>
      model.links.of(unit, { basis }).flatMap(({ grid, weight, inverseWeight }) => {
        const back = told.get(keyOf(grid, unit));
        return back?.weight === inverseWeight && back.inverseWeight === weight ? [] : [`${unit.localId} ↔ ${grid.localId}`];
      }),
    );

    expect(wrong).toEqual([]);
    expect(told.size > 0).toBe(basis !== 'DECLARED');
  });

  test('without a basis asked for, a link is told from one end only where the other end’s row has a better basis', () => {
    const told = new Set<number>();
    const keyOf = (from: GridUnit, to: GridUnit): number => from.index * model.units.length + to.index;
    for (const unit of model.units) for (const link of model.links.of(unit)) told.add(keyOf(unit, link.grid));
    const oneSided = model.units.flatMap((unit) =>
      model.links
        .of(unit)
        .filter(({ grid }) => !told.has(keyOf(grid, unit)))
        .map(({ grid, basis }) => ({ from: unit, to: grid, basis })),
    );

    for (const { from, to, basis } of oneSided) {
      const [row] = model.links.of(to, { layerKeys: new Set([from.layer.key]) });
      expect(preferredBases.indexOf(row!.basis)).toBeLessThan(preferredBases.indexOf(basis));
    }
  });

  test('what leaves over HTTP conserves too, for units of every layer, and asks no statement', async () => {
    const random = seededRandom(seed);
    const sample = model.layers.slice(1).flatMap((layer) => random.sample(unitsOf(layer.key), 12));
    let answers: readonly Resolution[] = [];
    const cost = await countOf(platform, async () => {
      answers = await ask(sample.map(idOf));
    });

    expect(cost).toBe(0);
    expect(answers.map(({ status, grid }) => [status, grid?.id])).toEqual(sample.map(({ id }) => ['RESOLVED', id]));
    for (const [place, answer] of answers.entries()) {
      expect(answer.coverage.map(({ layer }) => layer.key)).toEqual(
        model.layers.map(({ key }) => key).filter((key) => key !== sample[place]!.layer.key),
      );
      for (const shares of answer.coverage) {
        const row = answer.links.filter(({ grid }) => grid.layer.key === shares.layer.key);
        expect(missing(shares)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(row.reduce((sum, { weight }) => sum + weight, 0) - shares.linked)).toBeLessThanOrEqual(tolerance);
        expect(row.map(({ weight }) => weight)).toEqual(row.map(({ weight }) => weight).sort((a, b) => b - a));
      }
      const toTheCity = answer.links.filter(({ grid }) => grid.layer.key === 'city/all-elements');
      expect(answer.allElementsGrids.map(({ grid, weight }) => [grid.id, weight])).toEqual(
        toTheCity.map(({ grid, weight }) => [grid.id, weight]),
      );
    }
  });

  test('a weight is the common ground over the ground of the asked unit, whoever computes it', async () => {
    const random = seededRandom(seed);
    const pairs = model.layers.flatMap((layer) =>
      random.sample(unitsOf(layer.key), 14).flatMap((unit) => {
        const links = model.links.of(unit).filter(({ basis, weight }) => basis === 'AREA' && weight > 1e-4);
        return random
          .sample(
            links.filter(({ grid }) => verticesOf(unit) * verticesOf(grid) < 4_000_000),
            2,
          )
          .map((link) => ({ unit, link }));
      }),
    );
    expect(pairs.length).toBeGreaterThan(80);
    for (const { unit, link } of pairs) {
      const [own, other] = (await boundariesOf([unit.id, link.grid.id])).map(inEqualAreaPlane) as [PlaneRings, PlaneRings];
      const common = overlapArea(own, other);
      const expected = { weight: common / areaOf(own), inverseWeight: common / areaOf(other) };
      const away = Math.max(Math.abs(link.weight - expected.weight), Math.abs(link.inverseWeight - expected.inverseWeight));
      // The judge counts on a sphere; within one township sphere and ellipsoid differ in ratio by less than this.
      if (away > 2e-5)
        throw new Error(
          `${unit.layer.key} ${unit.localId} → ${link.grid.layer.key} ${link.grid.localId}: ${JSON.stringify({ link: [link.weight, link.inverseWeight], expected })}`,
        );
      expect(link.areaM2! / unit.areaM2!).toBeCloseTo(link.weight, 9);
    }
  });

  test('two units without a link have no common ground but a sliver', async () => {
    const random = seededRandom(seed);
    const units = random.sample(unitsOf('city/all-elements'), 12);
    const layer = 'urban-management/unit';
    let judged = 0;
    for (const unit of units) {
      const linked = new Set(model.links.of(unit).map(({ grid }) => grid.id));
      const [own] = (await boundariesOf([unit.id])).map(inEqualAreaPlane) as [PlaneRings];
      const near = unitsOf(layer)
        .filter((other) => !linked.has(other.id) && other.divisionCode === unit.divisionCode)
        .slice(0, 12);
      for (const [place, boundary] of (await boundariesOf(near.map(({ id }) => id))).entries()) {
        const other = inEqualAreaPlane(boundary);
        judged += 1;
        const share = overlapArea(own, other) / areaOf(other);
        expect([near[place]!.localId, share < 2e-4]).toEqual([near[place]!.localId, true]);
      }
    }
    expect(judged).toBeGreaterThan(20);
  });

  test('the same 15 digits in several offices are different units: the key is office, layer and code', async () => {
    const shared = unitsOf('political-legal/basic').find(
      ({ localId }) => model.unit('urban-management/unit', localId) !== null && model.unit('city/all-elements', localId) !== null,
    )!;
    const { localId } = shared;
    const answers = await ask([
      { department: 'POLITICAL_LEGAL', localId },
      { department: 'URBAN_MANAGEMENT', localId },
      { department: 'PETITION', localId },
    ]);

    expect(localId).toMatch(/^\d{15}$/);
    expect(answers.map(({ status, grid }) => [status, grid?.id ?? null, grid?.layer.key ?? null])).toEqual([
      ['RESOLVED', shared.id, 'political-legal/basic'],
      ['RESOLVED', model.unit('urban-management/unit', localId)!.id, 'urban-management/unit'],
      ['UNKNOWN', null, null],
    ]);
    const { allElementsGrid } = await client.data<{ allElementsGrid: { id: string } }>(`{ allElementsGrid(code: "${localId}") { id } }`);
    expect(new Set([allElementsGrid.id, ...answers.map(({ grid }) => grid?.id)]).size).toBe(4);
  });

  test('answers keep the order and the repeats of the question; unknown ids and ids of another time say so', async () => {
    const [one, two] = unitsOf('party-building/branch') as readonly [GridUnit, GridUnit];
    const ids = [two, one, two].map(idOf);
    const nobody = { department: 'PARTY_BUILDING', localId: '没有这个编号' };

    expect((await ask([...ids, nobody])).map(({ localId, status }) => [localId, status])).toEqual([
      [two.localId, 'RESOLVED'],
      [one.localId, 'RESOLVED'],
      [two.localId, 'RESOLVED'],
      ['没有这个编号', 'UNKNOWN'],
    ]);
    const before = await ask([idOf(one), nobody], { at: '1900-01-01' });
    expect(before.map(({ status, grid, links }) => [status, grid, links])).toEqual([
      ['RETIRED', null, []],
      ['UNKNOWN', null, []],
    ]);
  });

  test('whether one or a thousand ids were retired is one question to the index', async () => {
    const ask1900 = (many: number) => ask(unitsOf('urban-management/unit').slice(0, many).map(idOf), { at: '1900-01-01', layers: [] });
    await ask1900(1);
    const few = await countOf(platform, () => ask1900(2));
    const many = await countOf(platform, () => ask1900(1000));

    expect([few, many]).toEqual([1, 1]);
    expect(await client.code(resolve, { ids: unitsOf('urban-management/unit').slice(0, 1001).map(idOf) })).toBe('BAD_USER_INPUT');
  });

  test('special grids, which are lists of buildings, link by shared buildings', async () => {
    const special = unitsOf('political-legal/special').filter(({ buildings }) => buildings.length > 0);
    expect(special.length).toBe(unitsOf('political-legal/special').length);
    const answers = await ask(special.map(idOf), { layers: ['city/all-elements', 'political-legal/basic', 'urban-management/unit'] });

    expect(new Set(answers.flatMap(({ links }) => links.map(({ basis }) => basis)))).toEqual(new Set(['ADDRESS']));
    expect(answers.every(({ links }) => links.length > 0)).toBe(true);
    // Each building counts once: the weights are whole parts of the number of buildings.
    for (const [place, { links }] of answers.entries()) {
      const size = special[place]!.buildings.length;
      for (const { weight } of links) expect(Math.abs(weight * size - Math.round(weight * size))).toBeLessThan(1e-6);
    }
  });

  test('petition units without a polygon link by their division’s code', async () => {
    const drawnNowhere = unitsOf('petition/responsible').filter(({ rings, divisionCode }) => rings === null && divisionCode !== null);
    const coded = await ask(drawnNowhere.slice(0, 20).map(idOf), { layers: ['city/all-elements'] });

    expect(coded.length).toBe(20);
    for (const [place, { links, coverage }] of coded.entries()) {
      expect(coverage[0]!.basis === null ? coverage[0]!.uncovered : coverage[0]!.basis).toBe(coverage[0]!.basis === null ? 1 : 'CODE');
      for (const { basis, areaM2, confidence, grid } of links) {
        expect({ basis, areaM2 }).toEqual({ basis: 'CODE', areaM2: null });
        expect(confidence).toBeLessThanOrEqual(1);
        const division = model.units.find(({ id }) => id === grid.id)!.divisionCode!;
        expect(model.divisions.pathOf(division).map(({ code }) => code)).toContain(drawnNowhere[place]!.divisionCode);
      }
    }
    expect(coded.some(({ links }) => links.length > 0)).toBe(true);
  });

  test('a unit that neither polygon nor code places is linked to nothing and says so', () => {
    const nowhere = model.units.filter(
      ({ rings, divisionCode, buildings }) => rings === null && divisionCode === null && buildings.length === 0,
    );
    for (const unit of nowhere) {
      expect(model.links.of(unit)).toEqual([]);
      for (const shares of model.links.coverageOf(unit, model.layers))
        expect(shares).toMatchObject({ basis: null, linked: 0, omitted: 0, uncovered: 1, doubleCover: 0 });
    }
    expect(nowhere.length).toBeGreaterThan(0);
  });

  test('villages, which no all-elements grid has merged yet, are uncovered', async () => {
    const merged = new Set(unitsOf('city/all-elements').map(({ divisionCode }) => divisionCode));
    const villages = unitsOf('civil-affairs/community').filter(({ divisionCode }) => divisionCode !== null && !merged.has(divisionCode));
    expect(villages.length).toBeGreaterThan(300);
    const answers = await ask(villages.slice(0, 200).map(idOf), { layers: ['city/all-elements'] });
    const covered = answers.filter(({ coverage }) => coverage[0]!.uncovered < 0.99);

    expect(answers.filter(({ coverage }) => coverage[0]!.uncovered === 1).length).toBeGreaterThan(100);
    // Where a village touches a merged community, its own outline may reach into it by a little.
    expect(covered.map(({ localId }) => localId)).toEqual([]);
  });

  test('minWeight moves what it hides into the omitted share', async () => {
    const sample = seededRandom(seed).sample(unitsOf('urban-management/responsibility'), 20);
    const whole = await ask(sample.map(idOf), { to: ['POLITICAL_LEGAL'] });
    const cut = await ask(sample.map(idOf), { to: ['POLITICAL_LEGAL'], minWeight: 0.1 });
    let hidden = 0;
    for (const [place, answer] of cut.entries()) {
      const all = whole[place]!;
      const light = all.links.filter(({ weight }) => weight < 0.1);
      hidden += light.length;
      expect(answer.links).toEqual(all.links.filter(({ weight }) => weight >= 0.1));
      for (const [row, shares] of answer.coverage.entries()) {
        const moved = light.filter(({ grid }) => grid.layer.key === shares.layer.key).reduce((sum, { weight }) => sum + weight, 0);
        expect(missing(shares)).toBeLessThanOrEqual(tolerance);
        expect(shares.omitted).toBeCloseTo(all.coverage[row]!.omitted + moved, 9);
        expect(shares.linked).toBeCloseTo(all.coverage[row]!.linked - moved, 9);
      }
    }
    expect(hidden).toBeGreaterThan(0);
    for (const minWeight of [-0.01, 1.01]) expect(await client.code(resolve, { ids: [], minWeight })).toBe('BAD_USER_INPUT');
  });

  test('links of a grid can be paged, and its shorthands say the same as links', async () => {
    const asked = `links(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { weight grid { id } } }`;
    const unit = unitsOf('petition/area').find((area) => model.links.of(area).length > 250)!;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        node,
      }: { node: { links: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: readonly Link[] } } } =
        await client.data(`query Links($id: ID!, $first: Int, $after: Cursor) { node(id: $id) { ... on Grid { ${asked} } } }`, {
          id: unit.id,
          first: 97,
          after,
        });
      expect(node.links.totalCount).toBe(model.links.of(unit).length);
      seen.push(...node.links.nodes.map(({ grid }) => grid.id));
      after = node.links.pageInfo.hasNextPage ? node.links.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(model.links.of(unit).map(({ grid }) => grid.id));
    const grid = unitsOf('city/all-elements')[0]!;
    const { node } = await client.data<{ node: { departmentGrids: readonly Link[]; links: { nodes: readonly Link[] } } }>(
      `{ node(id: "${grid.id}") { ... on AllElementsGrid {
           departmentGrids(department: CIVIL_AFFAIRS) { weight grid { id } } links(to: [CIVIL_AFFAIRS]) { nodes { weight grid { id } } } } } }`,
    );
    expect(node.departmentGrids).toEqual(node.links.nodes);
    expect(node.departmentGrids.length).toBeGreaterThan(0);
  });

  test('an id that two layers of one office share is ambiguous until the layer is named', async () => {
    const { localId } = unitsOf('political-legal/basic')[0]!;
    const special = unitsOf('political-legal/special')[0]!;
    await platform.running.databases.index.sql.query('update unit set local_id = $2 where id = $1', [special.uuid, localId]);
    await platform.running.models.refresh();

    const department = 'POLITICAL_LEGAL';
    const answers = await ask([
      { department, localId },
      { department, localId, layer: 'political-legal/basic' },
      { department, localId, layer: 'political-legal/special' },
    ]);
    expect(answers.map(({ status, grid }) => [status, grid?.layer.key ?? null])).toEqual([
      ['AMBIGUOUS', null],
      ['RESOLVED', 'political-legal/basic'],
      ['RESOLVED', 'political-legal/special'],
    ]);
    expect(answers[0]).toMatchObject({ links: [], allElementsGrids: [], coverage: [] });
    expect(await client.code(`{ departmentGrid(department: POLITICAL_LEGAL, localId: "${localId}") { id } }`)).toBe('AMBIGUOUS_ID');
  });

  async function boundariesOf(ids: readonly string[]): Promise<readonly Boundary[]> {
    if (ids.length === 0) return [];
    const { nodes } = await client.data<{ nodes: readonly { boundary: Boundary }[] }>(
      'query Ground($ids: [ID!]!) { nodes(ids: $ids) { ... on Grid { boundary } } }',
      { ids },
    );
    return nodes.map(({ boundary }) => boundary);
  }
});

const verticesOf = ({ rings }: GridUnit): number => (rings?.coordinates.length ?? 0) / 2;

/** Lambert's cylinder on a sphere: every ratio of areas is right there. */
function inEqualAreaPlane({ coordinates }: Boundary): PlaneRings {
  return coordinates.flatMap((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, Math.sin((y * Math.PI) / 180) * 57.3] as const)));
}
