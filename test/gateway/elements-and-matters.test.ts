import { randomUUID } from 'node:crypto';

import type { GraphQLObjectType } from 'graphql';

import { sixOffices } from '../../src/composing/six-offices.js';
import { finalStates, type MatterState } from '../../src/features/matters/index.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { type Boundary, pointWithin } from '../support/gateway/point-within.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import { type WalkedPage, walkNodes } from '../support/gateway/walk-connection.js';
import type { TestPlatform } from '../support/platform.js';
import { packRows } from '../support/sample-city/sample-pack.js';

const licun = '360203003';
const dispute = { standard: 'GB/T 31000-2015', code: '07' };

interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly divisionCode: string | null;
}

interface Transition {
  readonly version: number;
  readonly fromState: string | null;
  readonly toState: string;
  readonly occurredAt: string;
}

interface Matter {
  readonly id: string;
  readonly localId: string;
  readonly department: string | null;
  readonly title: string;
  readonly state: MatterState;
  readonly source: string;
  readonly light: string;
  readonly reportedAt: string;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
  readonly version: number;
  readonly keeper: Organisation;
  readonly category: { readonly standard: string; readonly kind: string; readonly code: string } | null;
  readonly grid: { readonly code: string } | null;
  readonly history: readonly Transition[];
  readonly assignments: readonly {
    readonly role: string;
    readonly organisation: Organisation;
    readonly since: string;
    readonly until: string | null;
  }[];
}

type Page<Node> = WalkedPage<Node> & { readonly totalCountIsLowerBound: boolean };
const page = 'totalCount totalCountIsLowerBound pageInfo { hasNextPage endCursor }';
const matterFields = `id localId department title state source light reportedAt dueAt closedAt version keeper { id code name kind divisionCode }
  category { standard kind code } grid { code } history { version fromState toState occurredAt }
  assignments { role since until organisation { id code name kind divisionCode } }`;

describe('elements, organisations and matters of all offices', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url);
  }, 600_000);
  afterAll(() => platform.stop());

  const matters = async (where: string, args = 'first: 100', after: string | null = null, fields = matterFields): Promise<Page<Matter>> => {
    const query = `query Matters($after: Cursor) { matters(where: { ${where} }, after: $after, ${args}) { ${page} nodes { ${fields} } } }`;
    return (await client.data<{ matters: Page<Matter> }>(query, { after })).matters;
  };
  const elements = async (
    where: string,
    after: string | null = null,
    fields = 'id kind name sourceId',
  ): Promise<Page<Readonly<Record<string, unknown>>>> => {
    const query = `query Elements($after: Cursor) { elements(where: { ${where} }, after: $after, first: 100) { ${page} nodes { ${fields} } } }`;
    return (await client.data<{ elements: Page<Readonly<Record<string, unknown>>> }>(query, { after })).elements;
  };
  const gridsOfLicun = async <Fields>(fields: string): Promise<readonly Fields[]> =>
    (
      await client.data<{ allElementsGrids: { nodes: readonly Fields[] } }>(
        `{ allElementsGrids(first: 100, where: { division: { within: "${licun}" } }) { nodes { ${fields} } } }`,
      )
    ).allElementsGrids.nodes;

  it('have come from the sample city to the last row, with nothing to mend or to remark', async () => {
    const { index, fronts } = platform.running.databases;
    const runs = await index.sql.query(
      `select coalesce(department, 'CITY') as office, state, rows_quarantined + boundaries_repaired + findings as odd from intake_run order by 1`,
    );
    const offices = ['CITY', 'CIVIL_AFFAIRS', 'HOUSING', 'PARTY_BUILDING', 'PETITION', 'POLITICAL_LEGAL', 'URBAN_MANAGEMENT'];
    expect(runs).toEqual(offices.map((office) => ({ office, state: 'DONE', odd: 0 })));
    const held = await Promise.all(
      [...fronts.values()].map(({ sql }) =>
        sql.query<{ all: number; home: number }>(
          'select count(*)::integer as all, (count(*) filter (where stays_home))::integer as home from matter_record',
        ),
      ),
    );
    expect(held.flat().reduce((sum, { all }) => sum + all, 0)).toBe(31_000);
    const accusations = packRows('petition/matters.csv.gz').filter((row) => row['sealed'] === 'true').length;
    expect(accusations).toBeGreaterThan(0);
    expect(held.flat().reduce((sum, { home }) => sum + home, 0)).toBe(accusations);
  });

  describe('elements', () => {
    test('all elements of a grid are those that name the grid, and its counts by kind are theirs', async () => {
      const grids = await gridsOfLicun<{
        code: string;
        elementCounts: readonly { kind: string; count: number }[];
        elements: Page<{ id: string }>;
      }>(`code elementCounts { kind count } elements(first: 100) { ${page} nodes { id } }`);
      expect(grids.length).toBeGreaterThan(20);
      for (const grid of grids) {
        const named = await walkNodes((after) => elements(`grid: "${grid.code}"`, after));
        expect(grid.elements.totalCount).toBe(named.length);
        expect(grid.elementCounts.reduce((sum, { count }) => sum + count, 0)).toBe(named.length);
        for (const { kind, count } of grid.elementCounts) expect(named.filter((one) => one['kind'] === kind).length).toBe(count);
      }
    });

    test('kinds, offices, places and names narrow a list; walking it skips nothing and repeats nothing', async () => {
      const sites = await walkNodes((after) => elements('kind: [SITE]', after));
      const licunBuildings = await walkNodes((after) =>
        elements(`kind: [BUILDING], department: [HOUSING], division: { within: "${licun}" }`, after, 'id kind name sourceId grid { code }'),
      );
      const one = licunBuildings[0]!;
      const named = await elements(`sourceId: ["${String(one['sourceId'])}"], nameContains: "${String(one['name']).slice(1, 4)}"`);

      expect(new Set(sites.map(({ id }) => id)).size).toBe((await elements('kind: [SITE]')).totalCount);
      expect(licunBuildings.length).toBeGreaterThan(100);
      expect(named.nodes.map(({ id }) => id)).toEqual([one['id']]);
      expect((await elements('nameContains: "%"')).totalCount).toBe(0);
      const outside = licunBuildings.filter(({ grid }) => grid !== null && !(grid as { code: string }).code.startsWith(licun));
      expect(outside).toEqual([]);
    });

    test('each kind has facts of its own, a keeper and an age', async () => {
      const fields = `__typename name asOf keeper { code kind } ... on Building { dwellings addressCode } ... on Estate { form builtYear ownersCommittee }
        ... on Component { standard category state } ... on Site { siteKind services }`;
      const types = { BUILDING: 'Building', ESTATE: 'Estate', COMPONENT: 'Component', SITE: 'Site', ORGANISATION: 'OrganisationElement' };
      for (const [kind, type] of Object.entries(types)) {
        const { nodes } = await elements(`kind: [${kind}]`, null, fields);
        expect(new Set(nodes.map((node) => node['__typename']))).toEqual(new Set([type]));
        for (const node of nodes) {
          expect(Object.values(node).filter((value) => value === undefined)).toEqual([]);
          expect(Date.parse(String(node['asOf']))).toBeLessThanOrEqual(Date.now());
        }
      }
    });

    test('counts are numbers of a measure on a day, and null exactly where they are suppressed for being small', async () => {
      const all = await walkNodes(
        async (after) =>
          (
            await client.data<{
              allElementsGrids: Page<{ counts: readonly { measure: string; value: number | null; suppressed: boolean; asOf: string }[] }>;
            }>(
              `query Counts($after: Cursor) { allElementsGrids(first: 100, after: $after) { ${page} nodes { counts { measure value suppressed asOf department } } } }`,
              { after },
            )
          ).allElementsGrids,
      );
      const counts = all.flatMap((grid) => grid.counts);

      expect(counts.length).toBeGreaterThan(1_500);
      expect(counts.filter(({ value, suppressed }) => (value === null) !== suppressed)).toEqual([]);
      expect(counts.some(({ suppressed }) => suppressed)).toBe(true);
      // A number that would point at few persons is never told.
      expect(counts.filter(({ measure, value }) => measure !== 'households' && value !== null && value < 5)).toEqual([]);
    });

    test('a post tells a body and a duty line, and the schema has no field for a name', async () => {
      const post = platform.running.schema.getType('Post') as GraphQLObjectType;
      expect(Object.keys(post.getFields()).sort()).toEqual(['dutyLine', 'kind', 'organisation', 'vacant']);

      const grids = await gridsOfLicun<{
        posts: readonly { kind: string; dutyLine: string | null; vacant: boolean; organisation: Organisation }[];
      }>('posts { kind dutyLine vacant organisation { code name kind } }');
      for (const { posts } of grids) {
        expect(posts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['GRID_LEADER', 'FULL_TIME']));
        for (const { kind, dutyLine, organisation } of posts) {
          expect(['GRID_LEADER', 'FULL_TIME', 'PART_TIME', 'INSTRUCTOR', 'MEDIATOR', 'BRANCH_SECRETARY']).toContain(kind);
          expect(dutyLine === null || /^[\d-]+$/.test(dutyLine)).toBe(true);
          expect(['COMMITTEE', 'GOVERNMENT', 'CENTRE', 'PARTY']).toContain(organisation.kind);
        }
      }
    });
  });

  describe('organisations and duties', () => {
    test('the government of a street is found by place and kind, and again by its code', async () => {
      const { organisations } = await client.data<{ organisations: Page<Organisation> }>(
        `{ organisations(where: { kind: [GOVERNMENT], division: { eq: "${licun}" } }) { ${page} nodes { id code name kind divisionCode } } }`,
      );
      const [office] = organisations.nodes;

      expect(organisations.totalCount).toBe(1);
      expect(office).toMatchObject({ name: '里村街道办事处', kind: 'GOVERNMENT', divisionCode: licun });
      const again = await client.data<{ organisation: Organisation; nobody: null }>(
        `{ organisation(code: "${office!.code}") { id code name kind divisionCode } nobody: organisation(code: "91360200MA0000000X") { id } }`,
      );
      expect(again).toEqual({ organisation: office, nobody: null });
    });

    test('all organisations can be walked, by kind too, and the kinds add up', async () => {
      const asked = (where: string) => (after: string | null) =>
        client
          .data<{ organisations: Page<Organisation> }>(
            `query O($after: Cursor) { organisations(first: 100, after: $after${where}) { ${page} nodes { id kind } } }`,
            { after },
          )
          .then(({ organisations }) => organisations);
      const all = await walkNodes(asked(''));
      const kinds = new Set(all.map(({ kind }) => kind));
      const byKind = await Promise.all([...kinds].map((kind) => walkNodes(asked(`, where: { kind: [${kind}] }`))));

      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(byKind.reduce((sum, nodes) => sum + nodes.length, 0)).toBe(all.length);
      expect(all.length).toBeGreaterThan(1_000);
    });

    test('who is responsible is told for a category at a grid, the nearest and most particular duty first', async () => {
      const [grid] = await gridsOfLicun<{ code: string }>('code');
      const asked = (standard: string, kind: string, code: string, at = '') =>
        client
          .data<{ responsibleFor: readonly { divisionCode: string; categoryCode: string; organisation: Organisation }[] }>(
            `{ responsibleFor(category: { standard: "${standard}", kind: "${kind}", code: "${code}" }, grid: "${grid!.code}"${at}) { divisionCode categoryCode organisation { name kind } } }`,
          )
          .then(({ responsibleFor }) =>
            responsibleFor.map(({ categoryCode, divisionCode, organisation }) => [categoryCode, divisionCode, organisation.name]),
          );

      expect(await asked(dispute.standard, 'MATTER', '07')).toEqual([
        ['07', '360203', '珠山区司法局'],
        ['*', licun, '里村街道综治中心'],
      ]);
      // The environment bureau keeps no grid and is responsible all the same.
      expect(await asked('GB/T 47678.5-2026', 'MATTER', '06027')).toEqual([['06027', '360203', '珠山区生态环境局']]);
      expect(await asked('GB/T 47678.5-2026', 'COMPONENT', '01001')).toEqual([['01001', '360203', '珠山区城市管理局']]);
      expect(await asked(dispute.standard, 'MATTER', '07', ', at: "1990-01-01"')).toEqual([]);
    });
  });

  describe('categories', () => {
    test('a code that two kinds share is two categories', async () => {
      const { categories } = await client.data<{ categories: readonly { standard: string; kind: string; code: string }[] }>(
        '{ categories(standard: "GB/T 47678.5-2026") { standard kind code } }',
      );
      const keys = categories.map(({ kind, code }) => `${kind} ${code}`);

      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(categories.map(({ code }) => code)).size).toBeLessThan(keys.length);
    });

    test('what nobody has linked is named UNMAPPED, what no standard knows UNKNOWN; nothing is guessed by name', async () => {
      const { resolveCategories } = await client.data<{ resolveCategories: readonly Readonly<Record<string, unknown>>[] }>(
        `query Resolve($codes: [CategoryInput!]!) { resolveCategories(codes: $codes, to: ["sample/9+X"]) { standard kind code status category { code } links { category { code } } } }`,
        { codes: [dispute, { ...dispute, code: '没有' }, dispute] },
      );

      expect(resolveCategories).toEqual([
        { ...dispute, kind: 'MATTER', status: 'UNMAPPED', category: { code: '07' }, links: [] },
        { ...dispute, kind: 'MATTER', code: '没有', status: 'UNKNOWN', category: null, links: [] },
        { ...dispute, kind: 'MATTER', status: 'UNMAPPED', category: { code: '07' }, links: [] },
      ]);
    });
  });

  describe('matters', () => {
    const within = `division: { within: "${licun}" }`;

    test('totals of all offices together are the sum of each office’s', async () => {
      const together = await matters(within, 'first: 1');
      const each = await Promise.all(
        sixOffices.map(async ({ code }) => (await matters(`${within}, department: [${code}]`, 'first: 1')).totalCount!),
      );
      const open = (await matters(`${within}, open: true`, 'first: 1')).totalCount!;
      const closed = (await matters(`${within}, open: false`, 'first: 1')).totalCount!;

      expect(together.totalCountIsLowerBound).toBe(false);
      expect(together.totalCount).toBeGreaterThan(100);
      expect(each.reduce((sum, total) => sum + total, 0)).toBe(together.totalCount);
      expect(open + closed).toBe(together.totalCount);
      const whole = await matters('', 'first: 1');
      expect([whole.totalCount, whole.totalCountIsLowerBound]).toEqual([10_000, true]);
    });

    test.each(['REPORTED_AT', 'DUE_AT'])('walking all pages of all offices by %s skips no matter and repeats none', async (field) => {
      for (const direction of ['DESC', 'ASC']) {
        const args = `first: 97, orderBy: [{ field: ${field}, direction: ${direction} }]`;
        const all = await walkNodes((after) => matters(within, args, after, 'id department reportedAt dueAt'));
        // Without a deadline counts as latest.
        const values = all.map((matter) => (field === 'DUE_AT' ? Date.parse(matter.dueAt ?? '9999-01-01') : Date.parse(matter.reportedAt)));
        const sorted = [...values].sort((a, b) => (direction === 'ASC' ? a - b : b - a));

        expect(all.length).toBe((await matters(within, 'first: 1')).totalCount);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(values).toEqual(sorted);
        expect(new Set(all.map(({ department }) => department)).size).toBeGreaterThan(3);
      }
    });

    test('every filter keeps what it says and nothing else', async () => {
      const sample = await matters(within);
      const { nodes } = sample;
      const some = nodes.find(({ category, department }) => category !== null && department === 'URBAN_MANAGEMENT')!;
      const { standard, kind, code } = some.category!;
      const middle = nodes[Math.floor(nodes.length / 2)]!.reportedAt;
      const kept: readonly (readonly [string, (matter: Matter) => boolean])[] = [
        [`state: { eq: ${some.state} }`, ({ state }) => state === some.state],
        [`state: { in: [EVALUATED, CLOSED] }`, ({ state }) => ['EVALUATED', 'CLOSED'].includes(state)],
        ['open: true', ({ state }) => !finalStates.includes(state)],
        [`source: [${some.source}]`, ({ source }) => source === some.source],
        [
          `category: { standard: "${standard}", kind: "${kind}", code: "${code}" }`,
          ({ category }) => category?.standard === standard && category.kind === kind && category.code === code,
        ],
        [`reportedAt: { gte: "${middle}" }`, ({ reportedAt }) => reportedAt >= middle],
        [`reportedAt: { lt: "${middle}" }`, ({ reportedAt }) => reportedAt < middle],
        [`dueBefore: "${middle}"`, ({ dueAt }) => dueAt !== null && dueAt < middle],
        [`titleContains: "${some.title.slice(0, 2)}"`, ({ title }) => title.includes(some.title.slice(0, 2))],
        [`not: { department: [URBAN_MANAGEMENT] }`, ({ department }) => department !== 'URBAN_MANAGEMENT'],
        [
          `or: [{ department: [HOUSING] }, { department: [PETITION] }]`,
          ({ department }) => department === 'HOUSING' || department === 'PETITION',
        ],
      ];
      const all = await walkNodes((after) => matters(within, 'first: 100', after));
      for (const [where, isKept] of kept) {
        const answered = await walkNodes((after) => matters(`${within}, ${where}`, 'first: 100', after));
        expect([where, answered.map(({ id }) => id)]).toEqual([where, all.filter(isKept).map(({ id }) => id)]);
      }
    });

    test('a matter’s history is a chain from its report to its state, and its assignments name bodies', async () => {
      const { nodes } = await matters(within);
      for (const { history, state, version, reportedAt, assignments } of nodes) {
        expect(history.map((step) => step.version)).toEqual(history.map((_, place) => place + 1));
        expect(history.at(-1)).toMatchObject({ toState: state, version });
        expect(history.map(({ fromState }) => fromState)).toEqual([null, ...history.slice(0, -1).map(({ toState }) => toState)]);
        expect(history.map(({ occurredAt }) => occurredAt)).toEqual(history.map(({ occurredAt }) => occurredAt).sort());
        expect(history[0]!.occurredAt >= reportedAt).toBe(true);
        for (const { role, organisation } of assignments) {
          expect(['LEAD', 'SUPPORT']).toContain(role);
          expect(organisation.code).not.toBe('');
        }
      }
      expect(nodes.some(({ assignments }) => assignments.length > 0)).toBe(true);
    });

    test('the light says how a matter stands to its deadline', async () => {
      const open = await matters('open: true', 'first: 100, orderBy: [{ field: DUE_AT, direction: ASC }]');
      const closed = await matters(`${within}, open: false`);
      for (const { light, dueAt, closedAt } of [...open.nodes, ...closed.nodes]) {
        const due = dueAt === null ? Infinity : Date.parse(dueAt);
        if ((closedAt === null ? Date.now() : Date.parse(closedAt)) > due) expect(light).toBe('RED');
        else if (closedAt !== null || due === Infinity) expect(light).toBe('GREEN');
        else expect(['GREEN', 'YELLOW']).toContain(light);
      }
      expect(new Set([...open.nodes, ...closed.nodes].map(({ light }) => light)).has('RED')).toBe(true);
    });

    test('the matters of a unit are those that a list asked for the unit holds', async () => {
      const { nodes: basic } = (
        await client.data<{ departmentGrids: WalkedPage<{ localId: string; matters: Page<{ id: string }> }> }>(
          `{ departmentGrids(department: POLITICAL_LEGAL, layer: "political-legal/basic", first: 5, where: { division: { within: "${licun}" } }) {
             nodes { localId matters(first: 100) { ${page} nodes { id } } } pageInfo { hasNextPage endCursor } } }`,
        )
      ).departmentGrids;
      const grids = await gridsOfLicun<{ code: string; matters: Page<{ id: string }> }>(
        `code matters(first: 100) { ${page} nodes { id } }`,
      );
      const idsOf = ({ nodes }: Page<{ id: string }>) => nodes.map(({ id }) => id);

      expect(basic.some((unit) => unit.matters.nodes.length > 0)).toBe(true);
      for (const unit of basic) {
        const listed = await matters(
          `unit: { department: POLITICAL_LEGAL, localId: "${unit.localId}", layer: "political-legal/basic" }`,
          'first: 100',
          null,
          'id',
        );
        expect([idsOf(unit.matters), unit.matters.totalCount]).toEqual([idsOf(listed), listed.totalCount]);
      }
      for (const grid of grids.slice(0, 5)) {
        const listed = await matters(`grid: "${grid.code}"`, 'first: 100', null, 'id');
        expect([idsOf(grid.matters), grid.matters.totalCount]).toEqual([idsOf(listed), listed.totalCount]);
      }
    });

    test('a matter of each office is found by its register’s id, with fields that only the office has', async () => {
      for (const office of sixOffices) {
        const own = office.matterFields!.fields.map(({ property }) => property);
        const { nodes } = await matters(`department: [${office.code}]`, 'first: 3', null, 'id localId');
        for (const { id, localId } of nodes) {
          const { matter } = await client.data<{ matter: Readonly<Record<string, unknown>> }>(
            `query One($localId: SourceId!) { matter(department: ${office.code}, localId: $localId) { __typename id ... on ${office.matterType} { ${own.join(' ')} } } }`,
            { localId },
          );
          const [row] = await platform.running.databases.fronts
            .get(office.key)!
            .sql.query<{ own: Readonly<Record<string, unknown>> }>(
              `select to_jsonb(t) as own from ${office.matterFields!.table} t where local_id = $1`,
              [localId],
            );
          const expected = Object.fromEntries(office.matterFields!.fields.map(({ property, column }) => [property, row!.own[column]]));
          expect(matter).toEqual({ __typename: office.matterType, id, ...expected });
        }
      }
    });
  });

  describe('reporting a matter', () => {
    const report = `mutation Report($input: ReportMatterInput!) { reportMatter(input: $input) { __typename
      ... on MatterChanged { idempotentReplay event { position kind matter { id } } matter { ${matterFields} } } ... on Refusal { code message hint allowed } } }`;
    interface Answer {
      readonly __typename: string;
      readonly code?: string;
      readonly idempotentReplay?: boolean;
      readonly matter?: Matter;
      readonly event?: { readonly position: number; readonly kind: string; readonly matter: { readonly id: string } } | null;
    }
    const send = async (input: Readonly<Record<string, unknown>>): Promise<Answer> =>
      (
        await client.data<{ reportMatter: Answer }>(report, {
          input: { idempotencyKey: randomUUID(), title: '楼道堆放杂物', category: dispute, ...input },
        })
      ).reportMatter;
    const written = async (): Promise<Readonly<Record<string, number>>> => {
      const tables = ['matter', 'matter_transition', 'matter_placement', 'matter_assignment', 'idempotency_key'];
      const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
      const events = '(select count(*)::int from event_inbox) + (select last_position::int from event_stream) as events';
      const [row] = await platform.running.databases.index.sql.query<Record<string, number>>(`select ${counts.join(', ')}, ${events}`);
      return row!;
    };
    const aGrid = async () =>
      (
        await gridsOfLicun<{ code: string; boundary: Boundary; links: { nodes: readonly { grid: { localId: string } }[] } }>(
          'code boundary links(layers: ["political-legal/basic"], first: 1) { nodes { grid { ... on DepartmentGrid { localId } } } }',
        )
      )[3]!;

    test('by a point, by a grid or by an office’s unit: it is placed, kept by the street, and the first in its grid’s list', async () => {
      const { code, boundary, links } = await aGrid();
      const [longitude, latitude] = pointWithin(boundary);
      const unit = { department: 'POLITICAL_LEGAL', localId: links.nodes[0]!.grid.localId, layer: 'political-legal/basic' };
      for (const place of [{ point: { longitude, latitude } }, { grid: code }, { unit }]) {
        const { __typename, matter, event, idempotentReplay } = await send(place);

        expect({ __typename, idempotentReplay }).toEqual({ __typename: 'MatterChanged', idempotentReplay: false });
        expect(matter).toMatchObject({
          department: null,
          title: '楼道堆放杂物',
          state: 'REPORTED',
          source: 'GRID',
          version: 1,
          category: { ...dispute, kind: 'MATTER' },
          keeper: { kind: 'GOVERNMENT', divisionCode: licun },
          history: [{ version: 1, fromState: null, toState: 'REPORTED' }],
        });
        expect(event).toMatchObject({ kind: 'MATTER_RECORDED', matter: { id: matter!.id } });
        expect(matter!.grid!.code.startsWith(licun)).toBe(true);
        if (!('unit' in place)) expect(matter!.grid!.code).toBe(code);
        const listed = await matters(`grid: "${matter!.grid!.code}"`, 'first: 1');
        expect(listed.nodes[0]!.id).toBe(matter!.id);
        const { matter: again } = await client.data<{ matter: { id: string } }>(
          'query Again($localId: SourceId!) { matter(localId: $localId) { id } }',
          { localId: matter!.localId },
        );
        expect(again.id).toBe(matter!.id);
      }
    });

    test('the same key with the same report is done once; with another report it is refused', async () => {
      const { code } = await aGrid();
      const idempotencyKey = randomUUID();
      const first = await send({ idempotencyKey, grid: code });
      const before = await written();
      const again = await send({ idempotencyKey, grid: code });
      const reused = await send({ idempotencyKey, grid: code, title: '另一件事' });

      expect(again).toMatchObject({
        __typename: 'MatterChanged',
        idempotentReplay: true,
        matter: { id: first.matter!.id },
        event: { position: first.event!.position },
      });
      expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused', code: 'IDEMPOTENCY_KEY_REUSED' });
      expect(await written()).toEqual(before);
    });

    test('twenty sends of one report at once make one matter', async () => {
      const { code } = await aGrid();
      const before = await written();
      const idempotencyKey = randomUUID();
      const answers = await Promise.all(Array.from({ length: 20 }, () => send({ idempotencyKey, grid: code })));

      expect(new Set(answers.map(({ matter }) => matter!.id)).size).toBe(1);
      expect(answers.filter(({ idempotentReplay }) => !idempotentReplay)).toHaveLength(1);
      expect((await written())['matter']).toBe(before['matter']! + 1);
    });

    test('a refused report writes nothing, not even its key', async () => {
      const { code, boundary } = await aGrid();
      const [longitude, latitude] = pointWithin(boundary);
      const point = { longitude, latitude };
      const refused: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
        ['BadInput', { grid: code, category: { ...dispute, code: '没有这一类' } }],
        ['BadInput', { grid: code, point }],
        ['BadInput', {}],
        ['BadInput', { point: { longitude: latitude, latitude: longitude - 60 } }],
        ['BadInput', { grid: code, title: '' }],
        ['BadInput', { grid: code, title: '　 ' }],
        ['BadInput', { grid: code, title: '长'.repeat(201) }],
        ['BadInput', { grid: code, idempotencyKey: '' }],
        ['BadInput', { grid: code, idempotencyKey: 'k'.repeat(129) }],
        ['BadInput', { unit: { department: 'PETITION', localId: 'XFQ', layer: 'housing/estate' } }],
        ['NotFound', { grid: '360203003999999' }],
        ['NotFound', { unit: { department: 'POLITICAL_LEGAL', localId: '360203003999999' } }],
      ];
      const before = await written();
      for (const [type, input] of refused) expect([input, (await send(input)).__typename]).toEqual([input, type]);

      expect(await written()).toEqual(before);
    });

    test('what is written in a title comes back byte for byte and is searched literally', async () => {
      const { code } = await aGrid();
      const titles = [`' OR 1=1--`, '100%_\\', '`$1` :name ${x}', '<script>alert(1)</script>', '𠮷野家 é é', '\u202E反转', 'a​b'];
      for (const title of titles) {
        const { matter } = await send({ grid: code, title });
        expect(matter?.title).toBe(title);
        const { nodes } = await client
          .data<{ matters: { nodes: readonly { id: string }[] } }>(
            'query Found($where: MatterFilter) { matters(where: $where) { nodes { id } } }',
            { where: { grid: code, titleContains: title } },
          )
          .then(({ matters: found }) => found);
        expect(nodes.map(({ id }) => id)).toEqual([matter!.id]);
      }
    });
  });
});
