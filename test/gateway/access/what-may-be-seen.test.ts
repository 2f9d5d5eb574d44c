import { append } from '../../../src/eventlog/append.js';
import { globalId, parseGlobalId, uuidOf } from '../../../src/kernel/ids.js';
import { demoToken } from '../../support/access/demo-token.js';
import { GraphqlClient, type HttpAnswer } from '../../support/gateway/graphql-client.js';
import { liveClient, read } from '../../support/gateway/live-client.js';
import { walkNodes } from '../../support/gateway/walk-connection.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

interface Node {
  readonly id: string;
  readonly department: string | null;
}
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const page = 'totalCount pageInfo { hasNextPage endCursor } nodes { id department }';
const mattersQuery = `query ($after: Cursor, $where: MatterFilter) { matters(first: 1, after: $after, where: $where) { ${page} } }`;
const elementsQuery = `query ($after: Cursor) { elements(first: 2, after: $after) { ${page} } }`;
const gridsQuery = `{ allElementsGrids(first: 10) { nodes { code matters(first: 10) { ${page} } elements(first: 10) { ${page} } elementCounts { kind count }
  counts { department measure } posts { kind } } } }`;
const nodeQuery = 'query ($id: ID!) { node(id: $id) { __typename id } }';

/** A body without what differs from request to request. */
const bodyOf = ({ status, text }: HttpAnswer): string =>
  `${status} ${text.replace(/"requestId":"[^"]*"/g, '').replace(/"id":"[0-9a-f-]{36}"/g, '')}`;

describe('what may be seen over HTTP and WebSocket', () => {
  let city: ServedCity;
  /** Everybody; the lighthouses; the orchards; a community's staff for the city; the auditor. */
  let all: GraphqlClient;
  let lights: GraphqlClient;
  let fruit: GraphqlClient;
  let west: GraphqlClient;
  let auditor: GraphqlClient;
  let lightsToken: string;

  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
    const as = (token: string): GraphqlClient => new GraphqlClient(city.platform.url, token);
    lightsToken = await demoToken(city.platform, { role: 'DEPARTMENT_HANDLER', department: 'LIGHTHOUSE' });
    all = city.client;
    lights = as(lightsToken);
    fruit = as(await demoToken(city.platform, { role: 'DEPARTMENT_HANDLER', department: 'ORCHARD' }));
    west = as(await demoToken(city.platform, { role: 'COMMUNITY_STAFF', divisions: ['990101001002'] }));
    auditor = as(await demoToken(city.platform, { role: 'AUDITOR' }));
  }, 120_000);
  afterAll(() => city?.stop());

  const walk = (client: GraphqlClient, query: string, where: object | null = null): Promise<readonly Node[]> =>
    walkNodes<Node>(
      async (after) => Object.values(await client.data<Record<string, Page>>(query, { after, ...(where ? { where } : {}) }))[0]!,
    );
  const totalOf = async (client: GraphqlClient, query: string, where: object | null = null): Promise<number> =>
    Object.values(await client.data<Record<string, Page>>(query, where ? { where } : {}))[0]!.totalCount;

  test('an office sees its own matters and elements, and totals are the sum of what is seen', async () => {
    const [matters, elements] = [await walk(all, mattersQuery), await walk(all, elementsQuery)];
    expect(new Set(matters.map(({ department }) => department))).toEqual(new Set(['LIGHTHOUSE', 'ORCHARD']));
    for (const [client, department] of [
      [lights, 'LIGHTHOUSE'],
      [fruit, 'ORCHARD'],
    ] as const) {
      const own = (nodes: readonly Node[]): readonly string[] => nodes.filter((node) => node.department === department).map(({ id }) => id);
      expect((await walk(client, mattersQuery)).map(({ id }) => id)).toEqual(own(matters));
      expect(await totalOf(client, mattersQuery)).toBe(own(matters).length);
      expect((await walk(client, elementsQuery)).map(({ id }) => id)).toEqual(own(elements));
      expect(await totalOf(client, elementsQuery)).toBe(own(elements).length);
      const others = { department: [department === 'ORCHARD' ? 'LIGHTHOUSE' : 'ORCHARD'] };
      expect([await walk(client, mattersQuery, others), await totalOf(client, mattersQuery, others)]).toEqual([[], 0]);
      expect(await totalOf(client, mattersQuery, { not: others })).toBe(own(matters).length);
    }
    expect([await totalOf(auditor, mattersQuery), await totalOf(auditor, elementsQuery)]).toEqual([0, 0]);
  });

  test('A50: what lies out of scope is answered byte by byte like what does not exist', async () => {
    const [matter] = (await walk(all, mattersQuery)).filter(({ department }) => department === 'ORCHARD');
    const [element] = (await walk(all, elementsQuery)).filter(({ department }) => department === 'ORCHARD');
    const unknown = uuidOf('matter', 'ORCHARD', 'none');
    for (const { id } of [matter!, element!]) {
      const { type, uuid } = parseGlobalId(id)!;
      const nothing = bodyOf(await lights.ask(nodeQuery, { id: globalId(type, unknown) }));
      expect(nothing).toContain('"node":null');
      for (const tried of [
        id,
        globalId('PlatformMatter', uuid),
        globalId('Building', uuid),
        globalId('OrchardGrid', uuid),
        globalId('Nonsense', uuid),
      ])
        expect(bodyOf(await lights.ask(nodeQuery, { id: tried }))).toBe(nothing);
      expect(await fruit.data(nodeQuery, { id })).toMatchObject({ node: { id } });
    }
    const ids = { ids: [matter!.id, globalId('PlatformMatter', unknown)] };
    expect(await lights.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', ids)).toEqual({ nodes: [null, null] });

    const bySource = 'query ($localId: SourceId!) { matter(department: ORCHARD, localId: $localId) { id } }';
    expect((await fruit.data<{ matter: unknown }>(bySource, { localId: '7001' })).matter).not.toBeNull();
    expect(bodyOf(await lights.ask(bySource, { localId: '7001' }))).toBe(bodyOf(await lights.ask(bySource, { localId: 'none' })));
  });

  test('A50: a division is a border as an office is', async () => {
    interface Placed extends Node {
      readonly grid: { readonly division: { readonly code: string } } | null;
    }
    const everywhere = await all.data<{ matters: { nodes: readonly Placed[] } }>(
      '{ matters(first: 50) { nodes { id department grid { division { code } } } } }',
    );
    const inside = everywhere.matters.nodes.filter(({ grid }) => grid?.division.code === '990101001002').map(({ id }) => id);
    const seen = (await walk(west, mattersQuery)).map(({ id }) => id);
    expect(seen).toEqual(expect.arrayContaining(inside));
    expect(seen.length).toBeLessThan(everywhere.matters.nodes.length);
    for (const { id } of everywhere.matters.nodes)
      expect(await west.data(nodeQuery, { id })).toMatchObject({ node: seen.includes(id) ? { id } : null });
  });

  test('A51: edges lead to nothing that is out of scope, in rows, totals and page ends alike', async () => {
    interface Grid {
      readonly code: string;
      readonly matters: Page;
      readonly elements: Page;
      readonly elementCounts: readonly { readonly count: number }[];
      readonly counts: readonly { readonly department: string }[];
      readonly posts: readonly unknown[];
    }
    const gridsOf = async (client: GraphqlClient) =>
      (await client.data<{ allElementsGrids: { nodes: readonly Grid[] } }>(gridsQuery)).allElementsGrids.nodes;
    const [everything, ours, theirs, none] = await Promise.all([all, lights, fruit, auditor].map(gridsOf));
    expect(ours!.map(({ code }) => code)).toEqual(everything!.map(({ code }) => code));
    for (const [nth, grid] of everything!.entries()) {
      for (const [seen, department] of [
        [ours![nth]!, 'LIGHTHOUSE'],
        [theirs![nth]!, 'ORCHARD'],
      ] as const) {
        for (const edge of ['matters', 'elements'] as const) {
          const own = grid[edge].nodes.filter((node) => node.department === department);
          expect([seen[edge].nodes, seen[edge].totalCount, seen[edge].pageInfo.hasNextPage]).toEqual([own, own.length, false]);
        }
        expect(seen.elementCounts.reduce((sum, { count }) => sum + count, 0)).toBe(seen.elements.totalCount);
        expect(seen.counts).toEqual(grid.counts.filter((count) => count.department === department));
        expect(seen.posts).toHaveLength(department === 'LIGHTHOUSE' ? grid.posts.length : 0);
      }
      expect(none![nth]).toMatchObject({
        matters: { totalCount: 0, nodes: [] },
        elements: { totalCount: 0 },
        elementCounts: [],
        counts: [],
        posts: [],
      });
    }
    expect(everything!.some(({ matters, posts }) => matters.totalCount > 0 && posts.length > 0)).toBe(true);
  });

  test('A51: an office out of scope looks like one that never brought anything; whether its feed works stays open', async () => {
    const query = '{ departments { department state asOf lagSeconds counts { units elements matters } } intakeRuns { department } }';
    interface State {
      readonly department: string;
      readonly state: string;
      readonly asOf: string | null;
      readonly counts: { readonly units: number; readonly elements: number; readonly matters: number };
    }
    interface Told {
      readonly departments: readonly State[];
      readonly intakeRuns: readonly { readonly department: string | null }[];
    }
    const [open, ours] = await Promise.all([all.data<Told>(query), lights.data<Told>(query)]);
    const theirs = (told: Told): State => told.departments.find(({ department }) => department === 'ORCHARD')!;
    expect(theirs(open)).toMatchObject({ counts: { matters: 2 } });
    expect(theirs(ours)).toEqual({
      ...theirs(open),
      asOf: null,
      lagSeconds: null,
      counts: { ...theirs(open).counts, elements: 0, matters: 0 },
    });
    expect(ours.departments.find(({ department }) => department === 'LIGHTHOUSE')!.counts.matters).toBe(3);
    expect(ours.intakeRuns).toEqual([]);
    expect(open.intakeRuns.length).toBeGreaterThan(2);
  });

  test('A53: answers to interleaved principals are each principal’s own', async () => {
    const ask = (client: GraphqlClient) => client.data(mattersQuery.replace('first: 1', 'first: 50'));
    const alone = await Promise.all([all, lights, fruit, west, auditor].map(ask));
    const mixed = await Promise.all(Array.from({ length: 100 }, (_, nth) => ask([all, lights, fruit, west, auditor][nth % 5]!)));
    for (const [nth, answer] of mixed.entries()) expect(answer).toEqual(alone[nth % 5]);
  });

  test('A83: a cursor of a reader with other rights opens nothing', async () => {
    const { matters } = await all.data<{ matters: Page }>(mattersQuery);
    const { elements } = await all.data<{ elements: Page }>(elementsQuery);
    const ofGrid =
      'query ($after: Cursor) { grid: allElementsGrid(code: "990101001001001") { matters(first: 1, after: $after) { pageInfo { endCursor } } } }';
    const { grid } = await all.data<{ grid: { matters: Page } }>(ofGrid);
    for (const [query, after] of [
      [mattersQuery, matters.pageInfo.endCursor],
      [elementsQuery, elements.pageInfo.endCursor],
      [ofGrid, grid.matters.pageInfo.endCursor],
    ] as const) {
      expect(after).not.toBeNull();
      expect((await all.ask(query, { after })).errors).toEqual([]);
      expect(await lights.code(query, { after })).toBe('CURSOR_INVALID');
    }
    const [sockets, stranger] = [liveClient(city.platform.url), liveClient(city.platform.url, lightsToken)];
    const { cursor } = await read(sockets).next();
    await expect(read(stranger, { after: cursor }).next()).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await Promise.all([sockets.dispose(), stranger.dispose()]);
  });

  test('A52: a report that belongs to no office reaches those who act for the city, its reporter by id, and no office', async () => {
    const [sockets, stranger] = [liveClient(city.platform.url), liveClient(city.platform.url, lightsToken)];
    const [open, ours] = [read(sockets), read(stranger)];
    await Promise.all([open.next(), ours.next()]);
    const reported = await lights.data<{ reportMatter: { matter: { id: string; history: unknown[] }; event: unknown } }>(
      `mutation { reportMatter(input: { idempotencyKey: "r-1", title: "灯塔旁的路面塌陷", source: OFFICE, grid: "990101001001001",
         category: { standard: "light-2020", kind: "MATTER", code: "01" } }) { ... on MatterChanged { matter { id history { toState } } event { cursor } } } }`,
    );
    const { id } = reported.reportMatter.matter;
    expect(reported.reportMatter).toMatchObject({ matter: { history: [] }, event: null });
    expect((await open.nextEvent()).matter!.id).toBe(id);
    expect(await lights.data(nodeQuery, { id })).toEqual({ node: null });
    expect(await all.data(nodeQuery, { id })).toMatchObject({ node: { id } });
    const own = await changeOfOwn();
    expect((await ours.nextEvent()).matter!.id).toBe(own);
    await Promise.all([open.stop(), ours.stop(), sockets.dispose(), stranger.dispose()]);
  });

  /** Tells the log that a matter of the lighthouses changed; answers its id. */
  async function changeOfOwn(): Promise<string> {
    const [own] = await walk(lights, mattersQuery);
    const { uuid } = parseGlobalId(own!.id)!;
    const change = {
      topic: 'matter',
      kind: 'MATTER_CHANGED',
      subject: uuid,
      version: 9,
      department: 'LIGHTHOUSE',
      divisionCode: null,
    } as const;
    await city.platform.running.databases.index.transaction((sql) => append(sql, [{ ...change, payload: {}, occurredAt: new Date() }]));
    return own!.id;
  }
});
