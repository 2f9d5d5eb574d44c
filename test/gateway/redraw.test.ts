import { randomUUID } from 'node:crypto';

import type { GridUnit } from '../../src/features/grids/index.js';
import { ringsToGeoJson } from '../../src/geometry/rings-geojson.js';
import { demoToken } from '../support/access/demo-token.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import type { TestPlatform } from '../support/platform.js';

const layer = 'political-legal/basic';
const shown = `__typename
  ... on RedrawChanged { idempotentReplay redraw { id state version layer { key } units { localId areaM2 } ends { localId }
    proposedBy { deed document organisation { level } } reviewedBy { deed } filedBy { document organisation { level } }
    notices { department acknowledgedAt } findings { kind } } }
  ... on Refusal { code message allowed }`;

interface Changed {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly redraw?: {
    readonly id: string;
    readonly state: string;
    readonly version: number;
    readonly notices: readonly { readonly department: string; readonly acknowledgedAt: string | null }[];
  };
}

describe('a redraw asked for over HTTP', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  let unit: GridUnit;
  let newId: string;
  let today: string;
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url, await demoToken(platform));
    const model = platform.running.models.current();
    today = model.at;
    unit = model.unitsOf(layer).find(({ rings, divisionCode }) => rings !== null && divisionCode !== null)!;
    newId = Array.from({ length: 999 }, (_, serial) => `${unit.divisionCode}${String(999 - serial)}`).find(
      (id) => model.unit(layer, id) === null,
    )!;
  }, 600_000);
  afterAll(() => platform?.stop());

  const bodyOf = async (level: string, division: string): Promise<string> => {
    const [body] = await platform.running.databases.index.sql.query<{ code: string }>(
      'select code from organisation where level = $1 and division_code = $2 order by code limit 1',
      [level, division],
    );
    return body!.code;
  };
  const mutate = async (name: string, input: object): Promise<Changed> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const { result } = await client.data<{ result: Changed }>(
      `mutation M($input: ${type}) { result: ${name}(input: $input) { ${shown} } }`,
      {
        input: { idempotencyKey: randomUUID(), ...input },
      },
    );
    return result;
  };

  test('goes through all hands; then the old id is retired, with its successor, its links and a cover that adds up', async () => {
    const division = unit.divisionCode!;
    const by = async (level: string, digits: number) => ({
      organisation: await bodyOf(level, division.slice(0, digits)),
      role: '网格办主任',
    });
    const city = { organisation: await bodyOf('CITY', '360200'), role: '市级备案员' };
    const geometry = ringsToGeoJson(unit.rings!);
    const proposal = { ...(await by('TOWNSHIP', 9)), document: '街办〔2026〕1号', layer, effectiveFrom: today, ends: [unit.localId] };

    const half = {
      type: 'Polygon',
      coordinates: [
        [
          [117.2, 29.3],
          [117.2001, 29.3],
          [117.2001, 29.3001],
          [117.2, 29.3],
        ],
      ],
    };
    const refused = await mutate('redrawGrids', {
      ...proposal,
      units: [{ localId: newId, name: '新', divisionCode: division, boundary: half }],
    });
    expect(refused).toMatchObject({ __typename: 'BadInput', code: 'GEOMETRY_INVALID' });
    expect(refused.message).toMatch(/m² around \d+\.\d+, \d+\.\d+/);

    const proposed = await mutate('redrawGrids', {
      ...proposal,
      units: [{ localId: newId, name: '新网格', divisionCode: division, boundary: geometry }],
    });
    expect(proposed).toMatchObject({
      __typename: 'RedrawChanged',
      redraw: { state: 'PROPOSED', version: 1, layer: { key: layer }, findings: [] },
    });
    const { id } = proposed.redraw!;
    expect(await mutate('fileRedraw', { ...city, id, expectedVersion: 1, document: '备〔2026〕1号' })).toMatchObject({
      __typename: 'IllegalTransition',
      allowed: ['APPROVE', 'RETURN'],
    });
    const passed = await mutate('reviewRedraw', {
      ...(await by('COUNTY', 6)),
      id,
      expectedVersion: 1,
      outcome: 'APPROVED',
      document: '区审〔2026〕1号',
    });
    expect(passed.redraw!.notices.map(({ department }) => department).sort()).toEqual([
      'CIVIL_AFFAIRS',
      'HOUSING',
      'PARTY_BUILDING',
      'PETITION',
      'POLITICAL_LEGAL',
      'URBAN_MANAGEMENT',
    ]);
    await mutate('acknowledgeRedraw', { id, department: 'PETITION' });
    const filed = await mutate('fileRedraw', { ...city, id, expectedVersion: 2, document: '备〔2026〕1号' });
    expect(filed).toMatchObject({
      redraw: { state: 'FILED', version: 3, filedBy: { document: '备〔2026〕1号', organisation: { level: 'CITY' } } },
    });
    await platform.running.recomputing.settled();
    await platform.running.models.refresh();

    const { resolveIds } = await client.data<{ resolveIds: readonly Resolution[] }>(
      `query R($ids: [DepartmentalIdInput!]!) { resolveIds(ids: $ids) { status grid { id }
         successors { weight weightLow weightHigh basis grid { layer { key } ... on DepartmentGrid { localId } } }
         links { weight grid { id layer { key } } } coverage { layer { key } linked omitted uncovered doubleCover } } }`,
      { ids: [unit.localId, newId].map((localId) => ({ department: 'POLITICAL_LEGAL', localId, layer })) },
    );
    const [old, young] = resolveIds as readonly [Resolution, Resolution];
    expect([old.status, old.grid, young.status]).toEqual(['RETIRED', null, 'RESOLVED']);
    expect(old.successors).toEqual([
      { weight: 1, weightLow: null, weightHigh: null, basis: 'AREA', grid: { layer: { key: layer }, localId: newId } },
    ]);
    expect(young.links.length).toBeGreaterThan(0);
    expect(old.links.map(({ grid, weight }) => [grid.id, weight]).sort()).toEqual(
      young.links.map(({ grid, weight }) => [grid.id, weight]).sort(),
    );
    expect(old.coverage.length).toBe(young.coverage.length);
    for (const { linked, omitted, uncovered, doubleCover } of old.coverage)
      expect(Math.abs(linked + omitted + uncovered - doubleCover - 1)).toBeLessThanOrEqual(1e-9);
  }, 300_000);

  test('is told by redraws, and its lineage by lineage', async () => {
    const { redraws, lineage } = await client.data<{ redraws: unknown; lineage: unknown }>(
      `query L($unit: UnitRefInput!) { redraws(state: FILED, layer: "${layer}", first: 1) { totalCount nodes { state proposedBy { organisation { level } } } }
         lineage(unit: $unit) { unit { localId validTo grid { id } } predecessors { kind } successors { kind weight effectiveOn document organisation { level } redrawId to { localId } }
           inItsPlace { weight grid { id } } } }`,
      { unit: { department: 'POLITICAL_LEGAL', localId: unit.localId, layer } },
    );
    expect(redraws).toEqual({ totalCount: 1, nodes: [{ state: 'FILED', proposedBy: { organisation: { level: 'TOWNSHIP' } } }] });
    expect(lineage).toMatchObject([
      {
        unit: { localId: unit.localId, validTo: today, grid: null },
        predecessors: [],
        successors: [
          {
            kind: 'RECODED',
            weight: 1,
            effectiveOn: today,
            document: '街办〔2026〕1号',
            organisation: { level: 'CITY' },
            to: { localId: newId },
          },
        ],
        inItsPlace: [{ weight: 1 }],
      },
    ]);
  });
});

interface Resolution {
  readonly status: string;
  readonly grid: object | null;
  readonly successors: readonly object[];
  readonly links: readonly { readonly weight: number; readonly grid: { readonly id: string } }[];
  readonly coverage: readonly {
    readonly linked: number;
    readonly omitted: number;
    readonly uncovered: number;
    readonly doubleCover: number;
  }[];
}
