import { randomUUID } from 'node:crypto';

import { type CityModel, conservationError, type Coverage, type GridLink } from '../../src/features/crosswalk/index.js';
import type { GridUnit } from '../../src/features/grids/index.js';
import { addDays } from '../../src/kernel/dates.js';
import { demoToken } from '../support/access/demo-token.js';
import { eventually } from '../support/eventlog/eventually.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { drawRows, pairedCity } from '../support/intake/paired-city.js';
import { ServedCity } from '../support/intake/served-city.js';
import type { TestPlatform } from '../support/platform.js';

interface Decision {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly recordedFrom: string;
  readonly [field: string]: unknown;
}
interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly idempotentReplay?: boolean;
  readonly decision?: Decision;
}
interface Shown {
  readonly links: readonly {
    readonly weight: number;
    readonly inverseWeight: number;
    readonly basis: string;
    readonly confidence: number;
    readonly grid: { readonly localId: string };
  }[];
  readonly coverage: readonly Coverage[];
}

const target = 'orchard/row';
const own = 'lighthouse/beam';
const answerFields = `__typename ... on Refusal { code message } ... on LinkDecisionChanged { idempotentReplay decision {
  id version kind recordedFrom recordedTo documentNumber reason validFrom remainder restAsComputed ends endedBy
  decidedBy { subject role department organisationCode } unit { localId layer { key } grid { id } } other { localId } layer { key } weights { weight inverseWeight unit { localId } } } }`;
const mutation = (name: string, type: string): string => `mutation Decide($input: ${type}!) { ${name}(input: $input) { ${answerFields} } }`;

describe('decisions about links', () => {
  let city: ServedCity;
  let platform: TestPlatform;
  let client: GraphqlClient;
  let organisation: string;
  /** Units with two links or more by area into {@link target}, no two of them with a unit there in common; each is used by one test. */
  let units: GridUnit[];
  const model = (): CityModel => platform.running.models.current();

  beforeAll(async () => {
    city = await ServedCity.start(pairedCity, drawRows);
    ({ platform } = city);
    client = new GraphqlClient(platform.url, await demoToken(platform));
    const [row] = await platform.running.databases.index.sql.query<{ code: string }>(
      `select code from organisation where kind = 'GOVERNMENT' limit 1`,
    );
    organisation = row!.code;
    units = [];
    const taken = new Set<string>();
    for (const unit of model().unitsOf(own)) {
      const others = computed(unit).map(({ grid }) => grid.uuid);
      if (others.length < 2 || others.length > 6 || others.some((uuid) => taken.has(uuid))) continue;
      units.push(unit);
      for (const uuid of others) taken.add(uuid);
    }
  }, 120_000);
  afterAll(() => city?.stop());

  const computed = (unit: GridUnit): readonly GridLink[] => model().links.of(unit, { basis: 'AREA', layerKeys: new Set([target]) });
  const refOf = ({ department, localId, layer }: Pick<GridUnit, 'department' | 'localId' | 'layer'>) => ({
    department,
    localId,
    layer: layer.key,
  });
  const words = () => ({
    idempotencyKey: randomUUID(),
    documentNumber: '珠府办〔2026〕3号',
    reason: '沿街门面实由街西网格管理',
    organisation,
  });
  const send = async (name: string, type: string, input: object): Promise<Answer> =>
    (await client.data<Record<string, Answer>>(mutation(name, type), { input: { ...words(), ...input } }))[name]!;
  const declare = (unit: Parameters<typeof refOf>[0], input: object): Promise<Answer> =>
    send('declareLink', 'DeclareLinkInput', { unit: refOf(unit), layer: target, ...input });
  const reject = (one: Parameters<typeof refOf>[0], other: Parameters<typeof refOf>[0], input: object = {}): Promise<Answer> =>
    send('rejectLink', 'RejectLinkInput', { one: refOf(one), other: refOf(other), ...input });
  const withdraw = (decision: Decision, input: object = {}): Promise<Answer> =>
    send('withdrawLinkDecision', 'WithdrawLinkDecisionInput', { id: decision.id, expectedVersion: decision.version, ...input });
  const resolve = async (unit: GridUnit, wish: string = ''): Promise<Shown> =>
    (
      await client.data<{ resolveIds: readonly Shown[] }>(
        `query Resolve($ids: [DepartmentalIdInput!]!) { resolveIds(ids: $ids, layers: ["${target}"]${wish}) {
           links { weight inverseWeight basis confidence grid { ... on DepartmentGrid { localId } } } coverage { basis linked omitted uncovered doubleCover } } }`,
        { ids: [refOf(unit)] },
      )
    ).resolveIds[0]!;
  const weights = ({ links }: Shown): Record<string, number> => Object.fromEntries(links.map(({ grid, weight }) => [grid.localId, weight]));
  /** Waits for the picture that the event of a decision has brought. */
  const shown = (unit: GridUnit, holds: (answer: Shown) => boolean): Promise<void> =>
    eventually(`the decision on ${unit.localId} shows`, async () => holds(await resolve(unit)));

  test('a declared row is answered at once, and the computed one on request; earlier knowledge stays', async () => {
    const unit = units[0]!;
    const before = await resolve(unit);
    const [first, second] = computed(unit).map((link) => link.grid);
    const answer = await declare(unit, {
      weights: [
        { localId: first!.localId, weight: 0.7 },
        { localId: second!.localId, weight: 0.2, inverseWeight: 0.5 },
      ],
      remainder: 0.1,
    });

    expect(answer).toMatchObject({
      __typename: 'LinkDecisionChanged',
      idempotentReplay: false,
      decision: {
        kind: 'DECLARATION',
        version: 1,
        recordedTo: null,
        documentNumber: '珠府办〔2026〕3号',
        validFrom: model().at,
        remainder: 0.1,
        restAsComputed: false,
        decidedBy: { subject: 'tester', role: 'GRID_OFFICE', department: null, organisationCode: organisation },
        unit: { localId: unit.localId, layer: { key: unit.layer.key } },
        layer: { key: target },
        weights: [
          { weight: 0.7, unit: { localId: first!.localId } },
          { weight: 0.2, inverseWeight: 0.5, unit: { localId: second!.localId } },
        ],
      },
    });
    await shown(unit, ({ links }) => links[0]?.basis === 'DECLARED');
    const after = await resolve(unit);
    expect(weights(after)).toEqual({ [first!.localId]: 0.7, [second!.localId]: 0.2 });
    expect(after.links.map(({ confidence }) => confidence)).toEqual([1, 1]);
    expect(after.links[0]!.inverseWeight).toBeCloseTo(Math.min(1, (0.7 * unit.areaM2!) / first!.areaM2!), 12);
    expect(after.coverage[0]).toMatchObject({ basis: 'DECLARED', uncovered: expect.closeTo(0.1, 9) });
    expect(await resolve(unit, ', basis: AREA')).toEqual(before);
    const earlier = new Date(Date.parse(answer.decision!.recordedFrom) - 1).toISOString();
    expect(await resolve(unit, `, knownAt: "${earlier}"`)).toEqual(before);
  });

  test('a link that is declared from one end speaks for that end’s row only', async () => {
    const unit = units[1]!;
    const [link, ...others] = computed(unit);
    const other = link!.grid;
    const before = model().links.of(other, { layerKeys: new Set([unit.layer.key]) });
    await declare(unit, { weights: [{ localId: other.localId, weight: 1 }], remainder: 0 });
    await shown(unit, ({ links }) => links.length === 1);

    expect(others.length).toBeGreaterThan(0);
    const there = model().unit(other.layer.key, other.localId)!;
    expect(
      model()
        .links.of(there, { layerKeys: new Set([unit.layer.key]) })
        .map(({ basis, weight }) => [basis, weight]),
    ).toEqual(before.map(({ basis, weight }) => [basis, weight]));
  });

  test('the rest may stay as computed, in proportion and less trusted', async () => {
    const unit = units[2]!;
    const [named, ...others] = computed(unit);
    const { omitted, uncovered } = model().links.coverageOf(unit, [model().layer(target)!], { basis: 'AREA' })[0]!;
    const whole = others.reduce((sum, { weight }) => sum + weight, omitted + uncovered);
    const answer = await declare(unit, { weights: [{ localId: named!.grid.localId, weight: 0.5 }], restAsComputed: true });
    await shown(unit, ({ links }) => links[0]?.basis === 'DECLARED');

    const { links, coverage } = await resolve(unit);
    expect(answer.decision).toMatchObject({ remainder: null, restAsComputed: true });
    expect(conservationError(coverage[0]!)).toBeCloseTo(0, 9);
    for (const { grid, weight } of others) {
      const way = links.find((link) => link.grid.localId === grid.localId)!;
      expect(way.weight).toBeCloseTo((weight / whole) * 0.5, 9);
      expect(way.confidence).toBeCloseTo(0.5, 6);
    }
  });

  test('a rejected pair is gone from both ends, its share omitted, and it stays away when everything is computed anew', async () => {
    const unit = units[3]!;
    const link = computed(unit)[0]!;
    const before = await resolve(unit);
    const answer = await reject(link.grid, unit);
    expect(answer).toMatchObject({ decision: { kind: 'REJECTION', other: { localId: unit.localId } } });
    await shown(unit, (answered) => !(link.grid.localId in weights(answered)));

    const rejected = await resolve(unit);
    expect(rejected.coverage[0]!.omitted).toBeCloseTo(before.coverage[0]!.omitted + link.weight, 12);
    const back = model().links.coverageOf(model().unit(target, link.grid.localId)!, [unit.layer], { basis: 'AREA' })[0]!;
    expect(conservationError(back)).toBeCloseTo(0, 9);
    expect(back.omitted).toBeGreaterThanOrEqual(link.inverseWeight - 1e-9);

    const rows = () =>
      platform.running.databases.index.sql.query(
        `select count(*)::int as links, max(recorded_from) as newest from link where recorded_to is null`,
      );
    const standing = await rows();
    await platform.running.crosswalk.build.run(model());
    await platform.running.models.refresh();
    expect(await rows()).toEqual(standing);
    expect(await resolve(unit)).toEqual(rejected);

    const { decision } = await withdraw(answer.decision!, { reason: '实地核对后更正' });
    expect(decision).toMatchObject({ kind: 'WITHDRAWAL', ends: answer.decision!.id });
    await shown(unit, (answered) => link.grid.localId in weights(answered));
    expect(await resolve(unit)).toEqual(before);
    expect(await resolve(unit, `, knownAt: "${answer.decision!.recordedFrom}"`)).toEqual(rejected);
  });

  describe('is refused, naming what stands in the way, and nothing is written', () => {
    const written = async (): Promise<unknown> =>
      (
        await platform.running.databases.index.sql.query(
          `select (select count(*)::int from link_decision) as decisions, (select count(*)::int from link) as links,
                  (select count(*)::int from coverage) as coverage, (select count(*)::int from idempotency_key) as keys`,
        )
      )[0];
    const refused = async (act: () => Promise<Answer>): Promise<readonly [string, string]> => {
      const before = await written();
      const { __typename, message } = await act();
      expect(await written()).toEqual(before);
      return [__typename, message ?? ''];
    };
    const whole = (unit: GridUnit) => ({ weights: [{ localId: computed(unit)[0]!.grid.localId, weight: 1 }], remainder: 0 });

    test('a set that breaks the equation, with its sum', async () => {
      const localId = computed(units[4]!)[0]!.grid.localId;
      const shares: readonly (readonly [object, string])[] = [
        [{ weights: [{ localId, weight: 0.5 }], remainder: 0.4 }, 'got 0.9'],
        [{ weights: [{ localId, weight: 0 }], remainder: 1 }, 'got 0'],
        [{ weights: [{ localId, weight: 1.5 }], remainder: 0, doubleCover: 0.5 }, 'got 1.5'],
        [{ weights: [{ localId, weight: 1 }] }, 'either the remainder or restAsComputed'],
        [
          {
            weights: [
              { localId, weight: 0.5 },
              { localId, weight: 0.5 },
            ],
            remainder: 0,
          },
          'twice',
        ],
        [{ weights: [{ localId, weight: 1 }], remainder: 0, documentNumber: '  ' }, 'documentNumber'],
        [{ weights: [{ localId, weight: 1 }], remainder: 0, reason: 'x'.repeat(501) }, 'reason'],
        [{ weights: [{ localId, weight: 1 }], remainder: 0, validTo: model().at }, 'after validFrom'],
        [{ weights: [{ localId, weight: 1 }], remainder: 0, validFrom: '0001-01-01' }, 'first in any register'],
        [{ weights: [{ localId, weight: 1 }], remainder: 0, layer: 'nobody/nothing' }, 'layer of this city'],
        [{ weights: [], remainder: 1, layer: own }, 'another layer'],
        [{ weights: [], remainder: 1, replaces: 'TGlua0RlY2lzaW9u' }, 'together'],
      ];
      for (const [input, told] of shares) {
        const [type, message] = await refused(() => declare(units[4]!, input));
        expect([type, message]).toEqual(['BadInput', expect.stringContaining(told)]);
      }
    });

    test('weights that are no numbers do not even arrive', async () => {
      const unit = `{ department: LIGHTHOUSE, localId: "${units[4]!.localId}" }`;
      const input = (weight: string): string =>
        `mutation { declareLink(input: { idempotencyKey: "k", documentNumber: "d", reason: "r", organisation: "o", unit: ${unit}, layer: "${target}", weights: [{ localId: "1", weight: ${weight} }], remainder: 0 }) { __typename ... on Refusal { message } } }`;
      expect(await client.code(input('NaN'))).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(await client.data(input('1e999'))).toEqual({
        declareLink: { __typename: 'BadInput', message: expect.stringContaining('Infinity') as string },
      });
    });

    test('units, organisations and decisions that nobody knows', async () => {
      const { department, layer } = units[4]!;
      const unknown = { department, layer, localId: 'nobody' };
      expect(await refused(() => declare(unknown, { weights: [], remainder: 1 }))).toEqual([
        'NotFound',
        expect.stringContaining('nobody ever used'),
      ]);
      expect(await refused(() => declare(units[4]!, { weights: [{ localId: 'nobody', weight: 1 }], remainder: 0 }))).toEqual([
        'NotFound',
        expect.stringContaining(`in ${target}`),
      ]);
      expect(await refused(() => declare(units[4]!, { ...whole(units[4]!), organisation: '91360200XXXXXXXXXX' }))).toEqual([
        'NotFound',
        expect.stringContaining('No organisation'),
      ]);
      expect((await refused(() => reject(units[4]!, unknown)))[0]).toBe('NotFound');
      const id = Buffer.from('LinkDecision:00000000-0000-5000-8000-000000000000').toString('base64url');
      expect((await refused(() => withdraw({ id, version: 1, kind: '', recordedFrom: '' })))[0]).toBe('NotFound');
      expect((await refused(() => withdraw({ id: units[4]!.id, version: 1, kind: '', recordedFrom: '' })))[0]).toBe('BadInput');
    });

    test('a second set for the same row, unless it replaces the first in the version that was seen', async () => {
      const unit = units[5]!;
      const first = (await declare(unit, whole(unit))).decision!;
      const twin = await refused(() => declare(unit, { weights: [], remainder: 1, validFrom: addDays(model().at, 3) }));
      expect(twin).toEqual(['Conflict', expect.stringContaining('珠府办〔2026〕3号')]);
      expect((await refused(() => declare(unit, { weights: [], remainder: 1, replaces: first.id, expectedVersion: 2 })))[0]).toBe(
        'Conflict',
      );
      expect((await refused(() => declare(units[6]!, { weights: [], remainder: 1, replaces: first.id, expectedVersion: 1 })))[0]).toBe(
        'BadInput',
      );

      const second = await declare(unit, { weights: [], remainder: 1, replaces: first.id, expectedVersion: 1 });
      expect(second.decision).toMatchObject({ ends: first.id, version: 1, weights: [] });
      await shown(unit, ({ links }) => links.length === 0);
      expect((await resolve(unit)).coverage[0]).toMatchObject({ basis: 'DECLARED', linked: 0, uncovered: 1 });
      expect((await refused(() => withdraw(first)))[0]).toBe('Conflict');
    });

    test('a set that names a rejected pair, and the rejection of a pair that a set names', async () => {
      const unit = units[7]!;
      const [one, other] = computed(unit).map((link) => link.grid) as [GridUnit, GridUnit];
      expect((await reject(unit, one)).__typename).toBe('LinkDecisionChanged');
      expect(await refused(() => reject(one, unit))).toEqual(['Conflict', expect.stringContaining('the same pair')]);
      expect(await refused(() => declare(unit, { weights: [{ localId: one.localId, weight: 1 }], remainder: 0 }))).toEqual([
        'Conflict',
        expect.stringContaining('rejects a pair'),
      ]);
      expect((await declare(unit, { weights: [{ localId: other.localId, weight: 1 }], remainder: 0 })).__typename).toBe(
        'LinkDecisionChanged',
      );
      expect(await refused(() => reject(other, unit))).toEqual(['Conflict', expect.stringContaining('names the pair')]);
      expect((await refused(() => reject(unit, units[8]!)))[0]).toBe('BadInput');
    });

    test('a set that contradicts the other end’s own word', async () => {
      const unit = units[9]!;
      const other = computed(unit)[0]!.grid;
      const back = { unit: refOf(other), layer: unit.layer.key, weights: [{ localId: unit.localId, weight: 0.25 }], remainder: 0.75 };
      expect((await send('declareLink', 'DeclareLinkInput', back)).__typename).toBe('LinkDecisionChanged');
      const share = (inverseWeight: number) => ({ weights: [{ localId: other.localId, weight: 1, inverseWeight }], remainder: 0 });
      expect(await refused(() => declare(unit, share(0.5)))).toEqual([
        'Conflict',
        expect.stringContaining('another share of the same link'),
      ]);
      expect((await declare(unit, share(0.25 + 1e-10))).__typename).toBe('LinkDecisionChanged');
    });
  });

  test('the same key with the same input is done once; with another input it is refused; each leaves its line in the audit log', async () => {
    const unit = units[10]!;
    const input = { ...words(), weights: [], remainder: 1 };
    const first = await declare(unit, input);
    const again = await declare(unit, input);
    const reused = await declare(unit, { ...input, reason: '另一理由' });

    expect(again).toEqual({ ...first, idempotentReplay: true });
    expect(reused.__typename).toBe('IdempotencyKeyReused');
    const lines = await platform.running.databases.index.sql.query<{ act: string; outcome: string; code: string | null }>(
      `select act, outcome, what ->> 'code' as code from audit_entry order by id desc limit 2`,
    );
    expect(lines).toEqual([
      { act: 'declareLink', outcome: 'REFUSED', code: 'IDEMPOTENCY_KEY_REUSED' },
      { act: 'declareLink', outcome: 'DONE', code: null },
    ]);
  });

  test('decisions are listed newest first, page by page, by unit, by document, and each by its id', async () => {
    const unit = units[11]!;
    const documentNumber = `列表〔${randomUUID()}〕`;
    const first = (await declare(unit, { weights: [], remainder: 1, documentNumber })).decision!;
    const ended = (await withdraw(first, { documentNumber })).decision!;
    const list = async (where: object, after?: string) =>
      (
        await client.data<{
          linkDecisions: { nodes: readonly Decision[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
        }>(
          `query List($where: LinkDecisionFilter, $after: Cursor) { linkDecisions(where: $where, first: 1, after: $after) { totalCount nodes { id endedBy } pageInfo { endCursor hasNextPage } } }`,
          { where, after },
        )
      ).linkDecisions;

    const newest = await list({ documentNumber });
    expect(newest).toMatchObject({ totalCount: 2, nodes: [{ id: ended.id, endedBy: null }], pageInfo: { hasNextPage: true } });
    expect(await list({ documentNumber }, newest.pageInfo.endCursor)).toMatchObject({
      nodes: [{ id: first.id, endedBy: ended.id }],
      pageInfo: { hasNextPage: false },
    });
    expect(await list({ unit: refOf(unit) })).toMatchObject({ totalCount: 1, nodes: [{ id: first.id }] });
    expect(await list({ documentNumber, inForce: true })).toMatchObject({ totalCount: 0 });
    const { node } = await client.data<{ node: object }>(
      `query Node($id: ID!) { node(id: $id) { id ... on LinkDecision { version kind } } }`,
      { id: first.id },
    );
    expect(node).toEqual({ id: first.id, version: 2, kind: 'DECLARATION' });
  });

  describe('the review queue', () => {
    interface Item {
      readonly reason: string;
      readonly value: number;
      readonly unit: { readonly id: string; readonly households: number | null; readonly layer: { readonly key: string } };
      readonly layer: { readonly key: string };
      readonly links: readonly { readonly weight: number; readonly basis: string }[];
      readonly declaration: { readonly id: string } | null;
    }
    const queue = async (layers: readonly string[] | null, first: number, after?: string) =>
      (
        await client.data<{
          reviewQueue: { nodes: readonly Item[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
        }>(
          `query Queue($layers: [LayerKey!], $first: Int, $after: Cursor) { reviewQueue(layers: $layers, first: $first, after: $after) {
             totalCount pageInfo { endCursor hasNextPage }
             nodes { reason value unit { id households layer { key } } layer { key } links { weight basis } declaration { id } } } }`,
          { layers, first, after },
        )
      ).reviewQueue;

    test('puts first what a decision would change most, page by page, each row once with its links as computed', async () => {
      const whole = await queue(null, 20);
      const first = await queue(null, 10);
      const second = await queue(null, 10, first.pageInfo.endCursor);

      const values = whole.nodes.map(({ value }) => value);
      expect(values).toEqual([...values].sort((a, b) => b - a));
      expect(values.every((value) => value > 0)).toBe(true);
      expect([...first.nodes, ...second.nodes]).toEqual(whole.nodes);
      expect(new Set(whole.nodes.map(({ unit, layer }) => `${unit.id} ${layer.key}`)).size).toBe(20);
      expect(whole.totalCount).toBeGreaterThan(20);
      const reasons = (await queue(null, 100)).nodes.map(({ reason }) => reason);
      expect(reasons).toEqual(expect.arrayContaining(['NO_MATCH', 'NEAR_CUT']));
      for (const { reason, links, value, unit } of whole.nodes) {
        expect(links.length > 0).toBe(reason !== 'NO_MATCH');
        if (unit.households !== null) expect(value).toBeLessThanOrEqual(unit.households);
      }
      const { code } = (await client.ask(`{ reviewQueue(first: 5, layers: ["nobody/nothing"]) { totalCount } }`)).errors[0]!.extensions;
      expect(code).toBe('BAD_USER_INPUT');
    });

    test('lets a row go when somebody has declared it', async () => {
      const { nodes } = await queue([own], 100);
      const taken = new Set(units.slice(0, 12).map(({ id }) => id));
      const item = nodes.find(({ unit }) => !taken.has(unit.id))!;
      const unit = model().units.find(({ id }) => id === item.unit.id)!;
      const input = { unit: refOf(unit), layer: item.layer.key, weights: [], remainder: 1 };
      expect((await send('declareLink', 'DeclareLinkInput', input)).__typename).toBe('LinkDecisionChanged');

      const holds = ({ unit: of, layer }: Item): boolean => of.id === item.unit.id && layer.key === item.layer.key;
      await eventually('the declared row leaves the queue', async () => !(await queue([own], 100)).nodes.some(holds));
    });
  });
});
