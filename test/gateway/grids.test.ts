import { sixOffices } from '../../src/composing/six-offices.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { type Boundary, pointWithin } from '../support/gateway/point-within.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import { countOf } from '../support/gateway/statements-of.js';
import { type WalkedPage, walkNodes, walkPages } from '../support/gateway/walk-connection.js';
import type { TestPlatform } from '../support/platform.js';

interface Grid {
  readonly id: string;
  readonly localId: string;
  readonly code: string;
  readonly name: string;
  readonly households: number | null;
  readonly areaM2: number | null;
  readonly layer: { readonly key: string };
}

type Own = Readonly<Record<string, unknown>>;
type GridPage = WalkedPage<Grid> & { readonly edges: readonly { readonly cursor: string; readonly node: Grid }[] };
interface Layer {
  readonly key: string;
  readonly department: string | null;
  readonly units: number;
  readonly primary: boolean;
  readonly partition: boolean;
}

/** What each office alone says of its units, as its own clients ask for it. */
const ownFieldsOfOffices: Readonly<Record<string, readonly string[]>> = {
  'party-building': ['branchForm', 'host', 'establishedOn', 'lastRenewedOn', 'activitySite', 'alliance'],
  'political-legal': ['gridKind', 'buildingCount', 'patrolIntervalDays', 'mediationRoom', 'centre'],
  'civil-affairs': ['communityCode', 'communityType', 'committeeSeats', 'termEndsOn', 'serviceStation'],
  'urban-management': ['landUse', 'managementGrade', 'collectorShift', 'surveyedOn', 'codeGeneration'],
  petition: ['responsibleUnit', 'receptionSite', 'receptionDay', 'jointMeeting', 'dutyPhonePosted'],
  housing: ['builtYear', 'dwellings', 'form', 'managementCommittee', 'ownersCommittee', 'propertyFirm'],
};

const licun = '360203003';

describe('the grids of a city whose offices each draw their own', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  let layers: readonly Layer[];
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url);
    ({ layers } = await client.data<{ layers: readonly Layer[] }>('{ layers { key department units primary partition } }'));
  }, 600_000);
  afterAll(() => platform.stop());

  const pageOf = async (args: string, variables: Own = {}): Promise<GridPage> => {
    const declared = Object.keys(variables).length === 0 ? '' : '($after: Cursor)';
    const query = `query Grids${declared} { allElementsGrids(${args}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id code name households areaM2 layer { key } } edges { cursor node { id } } } }`;
    return (await client.data<{ allElementsGrids: GridPage }>(query, variables)).allElementsGrids;
  };
  const departmentPage = async (args: string, after: string | null, fields = 'id localId'): Promise<WalkedPage<Grid>> => {
    const query = `query Units($after: Cursor) { departmentGrids(${args}, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`;
    return (await client.data<{ departmentGrids: WalkedPage<Grid> }>(query, { after })).departmentGrids;
  };

  test('the city’s own layer comes first, each office has exactly one primary layer, and no statement is asked', async () => {
    const cost = await countOf(platform, () =>
      client.data('{ layers { key department units primary } allElementsGrids { nodes { id links { nodes { weight } } } } }'),
    );

    expect(cost).toBe(0);
    expect(layers[0]).toEqual({ key: 'city/all-elements', department: null, units: 785, primary: true, partition: true });
    const primaries = layers.filter((layer) => layer.department !== null && layer.primary).map((layer) => layer.department);
    expect([...primaries].sort()).toEqual(sixOffices.map((office) => office.code).sort());
  });

  test('a division knows what lies directly below and above it, and an unknown one is null', async () => {
    const { licunOf, zhushan, nowhere } = await client.data<{
      licunOf: {
        name: string;
        level: string;
        kind: string;
        parent: { code: string };
        children: readonly { code: string; parent: { code: string } }[];
      };
      zhushan: { name: string; children: readonly { code: string }[] };
      nowhere: null;
    }>(`{ licunOf: division(code: "${licun}") { name level kind parent { code } children { code parent { code } } }
          zhushan: division(code: "360203") { name children { code } }
          nowhere: division(code: "999999") { name } }`);

    expect(licunOf).toMatchObject({ name: '里村街道', level: 'TOWNSHIP', kind: 'SUBDISTRICT', parent: { code: '360203' } });
    expect(licunOf.children.every((child) => child.code.startsWith(licun) && child.parent.code === licun)).toBe(true);
    expect(zhushan.name).toBe('珠山区');
    expect(zhushan.children.map((child) => child.code)).toContain(licun);
    expect(nowhere).toBeNull();
  });

  test.each(['LOCAL_ID', 'NAME', 'AREA', 'HOUSEHOLDS'])('walking all pages by %s skips no grid and repeats none', async (field) => {
    for (const direction of ['ASC', 'DESC']) {
      const pages = await walkPages((after) =>
        pageOf(`first: 97, after: $after, orderBy: [{ field: ${field}, direction: ${direction} }]`, { after }),
      );
      const codes = pages.flatMap((page) => page.nodes.map((grid) => grid.code));

      expect(pages.map((page) => page.totalCount)).toEqual(pages.map(() => 785));
      expect(codes).toHaveLength(785);
      expect(new Set(codes).size).toBe(785);
      expectSorted(
        pages.flatMap((page) => page.nodes),
        field,
        direction,
      );
    }
  });

  test('every layer of every office can be walked to its end', async () => {
    for (const layer of layers.filter(({ department }) => department !== null)) {
      const units = await walkNodes((after) => departmentPage(`department: ${layer.department}, layer: "${layer.key}", first: 100`, after));

      expect([layer.key, units.length]).toEqual([layer.key, layer.units]);
      expect(new Set(units.map((unit) => unit.localId)).size).toBe(layer.units);
      expect(new Set(units.map((unit) => unit.id)).size).toBe(layer.units);
    }
  });

  test('an edge’s cursor, not only the page’s last, leads to what follows it', async () => {
    const { edges } = await pageOf('first: 10');
    const after = edges[3]!.cursor;
    const next = await pageOf('first: 3, after: $after', { after });

    expect(next.nodes.map((grid) => grid.id)).toEqual(edges.slice(4, 7).map((edge) => edge.node.id));
  });

  test('filters narrow as they say, and what an and, an or and a not leave over adds up', async () => {
    const within = `division: { within: "${licun}" }`;
    const all = await walkNodes((after) => pageOf(`first: 100, after: $after, where: { ${within} }`, { after }));
    const large = await walkNodes((after) =>
      pageOf(`first: 100, after: $after, where: { ${within}, households: { gte: 400 } }`, { after }),
    );
    const small = await walkNodes((after) =>
      pageOf(`first: 100, after: $after, where: { and: [{ ${within} }, { not: { households: { gte: 400 } } }] }`, { after }),
    );
    const either = await pageOf(`first: 1, where: { ${within}, or: [{ households: { gte: 400 } }, { households: { lt: 400 } }] }`);

    expect(all.every((grid) => grid.code.startsWith(licun))).toBe(true);
    expect(large.every((grid) => grid.households! >= 400)).toBe(true);
    expect(large.length).toBeGreaterThan(0);
    expect(small.length).toBeGreaterThan(0);
    expect(large.length + small.length).toBe(all.length);
    expect(either.totalCount).toBe(all.length);
    const one = all[0]!;
    const named = await pageOf(`where: { localId: { in: ["${one.code}", "nobody"] }, name: { contains: "${one.name.slice(1, 4)}" } }`);
    expect(named.nodes.map((grid) => grid.code)).toEqual([one.code]);
    expect((await pageOf('where: { name: { contains: "%" } }')).totalCount).toBe(0);
  });

  test('all-elements grids nest in the community of their code', async () => {
    const grids = await client.data<{
      allElementsGrids: { nodes: readonly { code: string; division: { code: string; level: string } }[] };
    }>('{ allElementsGrids(first: 100) { nodes { code division { code level } } } }');

    for (const { code, division } of grids.allElementsGrids.nodes)
      expect(division).toEqual({ code: code.slice(0, 12), level: 'COMMUNITY' });
  });

  test.each(sixOffices.map((office) => office.key))(
    'the office %s answers its own fields exactly as its front database holds them',
    async (key) => {
      const office = sixOffices.find((one) => one.key === key)!;
      const names = ownFieldsOfOffices[key]!;
      expect(names.length).toBeGreaterThanOrEqual(4);
      for (const layer of layers.filter(({ department }) => department === office.code)) {
        const fields = `__typename localId ... on ${office.gridType} { ${names.join(' ')} }`;
        const { nodes } = await departmentPage(`department: ${office.code}, layer: "${layer.key}", first: 50`, null, fields);
        const { table, fields: columns } = office.unitFields!;
        // Read as JSON so that dates stay what the office wrote.
        const rows = await platform.running.databases.fronts
          .get(key)!
          .sql.query<{ own: Own }>(`select to_jsonb(t) as own from ${table} t where layer_key = $1`, [layer.key]);
        const kept = new Map(rows.map(({ own }) => [own['local_id'], own]));

        expect(nodes.length).toBeGreaterThan(0);
        for (const node of nodes as readonly unknown[] as readonly Own[]) {
          const own = kept.get(node['localId'])!;
          const expected = names.map((name) => own[columns.find(({ property }) => property === name)!.column]);
          expect([node['__typename'], node['localId'], ...names.map((name) => node[name])]).toEqual([
            office.gridType,
            node['localId'],
            ...expected,
          ]);
        }
      }
    },
  );

  test('a grid is the same by its code, by its id, in a list of nodes and at its own middle', async () => {
    const { nodes } = await pageOf(`first: 5, where: { division: { within: "${licun}" } }`);
    const partitions = new Set(layers.filter(({ partition }) => partition).map(({ key }) => key));
    for (const grid of nodes) {
      const byCode = await client.data<{ allElementsGrid: { id: string; boundary: Boundary } }>(
        `{ allElementsGrid(code: "${grid.code}") { id boundary } }`,
      );
      expect(byCode.allElementsGrid.id).toBe(grid.id);
      const byId = await client.data<{ node: Own }>(`{ node(id: "${grid.id}") { __typename id ... on Grid { name } } }`);
      expect(byId.node).toEqual({ __typename: 'AllElementsGrid', id: grid.id, name: grid.name });
      const point = pointWithin(byCode.allElementsGrid.boundary);
      const here = await client.data<{ locate: { grid: { id: string }; departmentGrids: readonly { layer: { key: string } }[] } }>(
        `query Here($x: Float!, $y: Float!) { locate(longitude: $x, latitude: $y) { grid { id } departmentGrids { layer { key } } } }`,
        { x: point[0], y: point[1] },
      );
      expect(here.locate.grid.id).toBe(grid.id);
      const keys = here.locate.departmentGrids.map((unit) => unit.layer.key).filter((key) => partitions.has(key));
      expect(keys).toEqual(expect.arrayContaining(['petition/area', 'civil-affairs/community', 'political-legal/basic']));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('nodes keeps order and repeats, mixes types, and answers null for what is well-formed but unknown', async () => {
    const mixed = await client.data<{
      a: GridPage;
      b: { nodes: readonly Grid[] };
      m: { nodes: readonly Grid[] };
      e: { nodes: readonly Grid[] };
      o: { nodes: readonly Grid[] };
    }>(
      `{ a: allElementsGrids(first: 2) { nodes { id } } b: departmentGrids(department: PETITION, first: 1) { nodes { id } } m: matters(first: 1) { nodes { id } }
         e: elements(first: 1) { nodes { id } } o: organisations(first: 1) { nodes { id } } }`,
    );
    const [first, second] = mixed.a.nodes as [Grid, Grid];
    const unknown = Buffer.from('AllElementsGrid:00000000-0000-5000-8000-000000000000').toString('base64url');
    const tampered = Buffer.from(Buffer.from(first.id, 'base64url').toString().replace('AllElementsGrid', 'PetitionMatter')).toString(
      'base64url',
    );
    const ids = [
      second.id,
      mixed.m.nodes[0]!.id,
      unknown,
      first.id,
      mixed.b.nodes[0]!.id,
      tampered,
      mixed.e.nodes[0]!.id,
      mixed.o.nodes[0]!.id,
      second.id,
    ];
    const { nodes } = await client.data<{ nodes: readonly ({ id: string } | null)[] }>(
      'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids },
    );

    expect(nodes.map((node) => node?.id ?? null)).toEqual(ids.map((id) => (id === unknown || id === tampered ? null : id)));
  });

  test('the same unit is found by its office’s id, in the form the office writes it', async () => {
    for (const layer of layers.filter(({ department }) => department !== null)) {
      const { nodes } = await departmentPage(`department: ${layer.department}, layer: "${layer.key}", first: 3`, null);
      for (const { id, localId } of nodes) {
        const { departmentGrid } = await client.data<{ departmentGrid: Own }>(
          'query One($localId: SourceId!, $layer: LayerKey) { departmentGrid(department: ' +
            layer.department +
            ', localId: $localId, layer: $layer) { id localId department layer { key } } }',
          { localId, layer: layer.key },
        );
        expect(departmentGrid).toEqual({ id, localId, department: layer.department, layer: { key: layer.key } });
      }
    }
  });

  test('on a day before the first units there was nothing', async () => {
    const { nodes } = await pageOf('first: 1');
    const long = await client.data<Readonly<Record<string, unknown>>>(`{
      grid: allElementsGrid(code: "${nodes[0]!.code}", at: "1900-01-01") { id }
      node(id: "${nodes[0]!.id}", at: "1900-01-01") { id }
      all: allElementsGrids(at: "1900-01-01") { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
      office: departmentGrids(department: URBAN_MANAGEMENT, at: "1900-01-01") { totalCount nodes { id } }
      locate(longitude: 117.2, latitude: 29.3, at: "1900-01-01") { grid { id } departmentGrids { id } }
    }`);

    const none = { totalCount: 0, nodes: [] };
    expect(long).toEqual({
      grid: null,
      node: null,
      all: { ...none, pageInfo: { hasNextPage: false, endCursor: null } },
      office: none,
      locate: { grid: null, departmentGrids: [] },
    });
  });

  test.each([
    ['layers', '{ key units }'],
    ['allElementsGrids', '{ totalCount }'],
    ['locate', '{ grid { id } }', 'longitude: 117.2, latitude: 29.3'],
    ['division', '{ name }', 'code: "360200"'],
    ['resolveIds', '{ status }', 'ids: [{ department: PETITION, localId: "1" }]'],
    ['departmentGrids', '{ totalCount }', 'department: PETITION'],
    ['responsibleFor', '{ document }', 'category: { standard: "x", kind: "MATTER", code: "1" }, grid: "360202001001001"'],
  ])('%s names the first day of the city to whoever asks for an earlier one, and the first record', async (field, selection, rest = '') => {
    const told = async (instant: string): Promise<string> => {
      const { errors } = await client.ask(`{ ${field}(${[rest, instant].filter(Boolean).join(', ')}) ${selection} }`);
      return `${String(errors[0]?.extensions['code'])} ${errors[0]?.message}`;
    };

    expect(await told('at: "1899-12-31"')).toMatch(/^DATE_INVALID .*1900-01-01/);
    expect(await told('knownAt: "2020-01-01T00:00:00+08:00"')).toMatch(/^DATE_INVALID .*\d{4}-\d\d-\d\dT.*2019-12-31T16:00:00\.000Z/);
    expect(await told('at: "2026-02-30"')).toMatch(/^DATE_INVALID /);
    expect(await told('knownAt: "2099-01-01T00:00:00Z"')).toMatch(/^BAD_USER_INPUT /);
  });

  test('what will be known tomorrow is refused, and a day to come shows what is in force until then', async () => {
    const future = 'knownAt: "2099-01-01T00:00:00Z"';
    expect(await client.code(`{ allElementsGrids(${future}) { totalCount } }`)).toBe('BAD_USER_INPUT');
    expect(await client.code(`{ resolveIds(ids: [], ${future}) { status } }`)).toBe('BAD_USER_INPUT');
    const { allElementsGrids } = await client.data<{ allElementsGrids: WalkedPage<{ asOf: string }> }>(
      '{ allElementsGrids(at: "2099-01-01", first: 1) { totalCount nodes { asOf } } }',
    );
    expect(allElementsGrids.totalCount).toBe(785);
  });
});

function expectSorted(grids: readonly Grid[], field: string, direction: string): void {
  const valueOf: Readonly<Record<string, (grid: Grid) => string | number | null>> = {
    LOCAL_ID: (grid) => grid.code,
    NAME: (grid) => grid.name,
    AREA: (grid) => grid.areaM2,
    HOUSEHOLDS: (grid) => grid.households,
  };
  const values = grids.map(valueOf[field]!);
  const wrong = values.findIndex((value, place) => {
    const before = values[place - 1];
    if (place === 0 || before == null || value == null) return false;
    return direction === 'ASC' ? value < before : value > before;
  });
  expect([field, direction, wrong]).toEqual([field, direction, -1]);
}
