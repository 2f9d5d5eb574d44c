import { randomUUID } from 'node:crypto';

import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';

import type { DemoTokenWish } from '../../../src/features/access/index.js';
import { demoToken } from '../../support/access/demo-token.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import type { PackCopy } from '../../support/intake/pack-copy.js';
import { ServedCity } from '../../support/intake/served-city.js';
import { everyFieldQuery, type FieldQuery } from '../../support/schema/every-field.js';

type Headers = Readonly<Record<string, string>>;

const noHeaders: Headers = {};
const share = 'mutation ($input: ShareDataInput!) { shareData(input: $input) { __typename } }';
const purpose = encodeURIComponent('联合巡查');

/** Households of buildings make links, which are open to everybody; no building of these cities has any. */
async function withoutHouseholds(pack: PackCopy): Promise<void> {
  await pack.replace('lighthouse/buildings.csv', 'A-1,0,0,', 'A-1,,,');
  await pack.replace('lighthouse/buildings.csv', 'A-2,4,3,', 'A-2,,,');
}

/** A matter that is refused, so that there is something in quarantine. */
async function withFaults(pack: PackCopy): Promise<void> {
  await withoutHouseholds(pack);
  await pack.append('lighthouse/matters.csv', 'L-9,light-2020,MATTER,01,灯坏了,,GRID,DANCING\n');
}

/** The office keeps nothing but its units. */
async function withoutRecords(pack: PackCopy): Promise<void> {
  for (const name of ['matters', 'buildings', 'counts', 'posts']) {
    const [head] = (await pack.read(`lighthouse/${name}.csv`)).split('\n', 1);
    await pack.write(`lighthouse/${name}.csv`, `${head}\n`);
  }
}

/** An answer without what no two cities have in common: instants, drawn ids, and the signatures of cursors. */
function steady(text: string): string {
  return text
    .replaceAll(/,?"rateLimit":\{[^}]*\}/g, '')
    .replaceAll(/"errorId":"[^"]*"/g, '')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replaceAll(/("(?:lag|age)Seconds":)[\d.]+/g, '$1')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'drawn')
    .replaceAll(/("__typename":"SharingGrant","id":")[\w-]+/g, '$1')
    .replaceAll(/("(?:startC|endC|c)ursor":")[\w-]{22}/g, '$1');
}

describe('every field of the schema', () => {
  let full: ServedCity;
  let bare: ServedCity;
  let queries: readonly FieldQuery[];
  let owners: readonly string[];
  beforeAll(async () => {
    [full, bare] = [await ServedCity.start(drawnCity, withFaults), await ServedCity.start(drawnCity, withoutRecords)];
    queries = await queriesOf(full.client);
    owners = await seenBy({ role: 'ANALYST', department: 'LIGHTHOUSE' });
    // What its owner cannot tell apart is not asked again of others.
    queries = queries.filter(({ edge }) => owners.includes(edge));
  }, 240_000);
  afterAll(async () => {
    await full?.stop();
    await bare?.stop();
  });

  const answers = async (city: ServedCity, who: Partial<DemoTokenWish>, headers: Headers): Promise<readonly string[]> => {
    const client = new GraphqlClient(city.platform.url, await demoToken(city.platform, { subject: 'reader', ...who }));
    const told: string[] = [];
    for (const { document } of queries)
      told.push(steady((await client.ask(document, {}, { 'x-request-id': 'the-same-each', ...headers })).text));
    return told;
  };
  /** The fields that answer otherwise where the lighthouses keep records: what of them is seen. */
  const seenBy = async (who: Partial<DemoTokenWish>, headers = noHeaders): Promise<readonly string[]> => {
    const [records, none] = [await answers(full, who, headers), await answers(bare, who, headers)];
    return queries.flatMap(({ edge }, nth) => (records[nth] === none[nth] ? [] : [edge]));
  };

  test('shows an office its own records, so that what follows could be seen', () => {
    expect(owners).toEqual(
      expect.arrayContaining(
        [
          'Query.matter',
          'Query.matters',
          'MatterStatistics.rows',
          'StatisticsRow.values',
          'Query.elements',
          'Query.intakeRuns',
          'IntakeRun.quarantinedRows',
          'Query.quarantinedRows',
          'Query.departments',
          'Query.node',
          'Query.nodes',
          'DepartmentState.counts',
        ].concat(
          ['matters', 'elements', 'elementCounts', 'counts', 'posts'].map((field) => `AllElementsGrid.${field}`),
          ['history', 'assignments', 'about', 'departmentGrid', 'grid', 'placements', 'keeper'].map((field) => `Matter.${field}`),
        ),
      ),
    );
  });

  test.each<readonly [string, Partial<DemoTokenWish>]>([
    ['another office', { role: 'ANALYST', department: 'ORCHARD' }],
    ['an auditor', { role: 'AUDITOR' }],
  ])(
    'A50: answers %s as if there were no records',
    async (_who, wish) => {
      expect(await seenBy(wish)).toEqual([]);
    },
    60_000,
  );

  test('A52: answers its own office’s people without divisions as if there were no records but imports, which lie nowhere', async () => {
    expect(await seenBy({ role: 'ANALYST', department: 'LIGHTHOUSE', divisions: [] })).toEqual([
      ...['Query.departments', 'Query.intakeRuns', 'Query.quarantinedRows', 'IntakeRun.quarantinedRows'],
      ...['edges', 'nodes', 'pageInfo'].map((field) => `QuarantinedRowConnection.${field}`),
      ...['QuarantinedRowEdge.node', 'QuarantinedRow.run', 'QuarantinedRow.clearedBy'],
    ]);
  }, 60_000);

  test('answers another office as if there were no records while no grant to it holds, and by the one whose purpose it states', async () => {
    await grant({ dataClass: 'MATTERS', attribute: 'CONDITIONAL', purposes: ['联合巡查'] });
    await grant({ dataClass: 'ELEMENTS', attribute: 'UNCONDITIONAL', until: '2026-01-02' });
    await grant({ dataClass: 'COUNTS', attribute: 'UNCONDITIONAL', validFrom: '2999-01-01' });
    await grant({ dataClass: 'POSTS', attribute: 'WITHHELD' });
    const orchard = { role: 'ANALYST', department: 'ORCHARD' } as const;
    expect(await seenBy(orchard)).toEqual([]);
    expect(await seenBy(orchard, { 'x-purpose': encodeURIComponent('好奇') })).toEqual([]);
    const seen = await seenBy(orchard, { 'x-purpose': purpose });
    expect(seen).toEqual(expect.arrayContaining(['Query.matter', 'Matter.history']));
    expect(seen).not.toEqual(expect.arrayContaining(['Query.elements']));
  }, 120_000);

  /** The lighthouses share with the orchards, in both cities. */
  const grant = async (changed: object): Promise<void> => {
    const input = {
      ...{ from: 'LIGHTHOUSE', to: 'ORCHARD', purposes: [], validFrom: '2026-01-01', idempotencyKey: randomUUID() },
      ...{ document: '共享〔2026〕1号', organisation: '1199010000000001AJ', role: '数据管理员' },
      ...changed,
    };
    for (const { platform } of [full, bare]) {
      const steward = await demoToken(platform, { role: 'DATA_STEWARD', department: 'LIGHTHOUSE' });
      const { shareData } = await new GraphqlClient(platform.url, steward).data<Record<string, object>>(share, { input });
      expect(shareData).toEqual({ __typename: 'SharingChanged' });
    }
  };
});

/** Every field of the schema that a platform serves, asked about what the lighthouses keep. */
async function queriesOf(client: GraphqlClient): Promise<readonly FieldQuery[]> {
  const schema = buildClientSchema(await client.data<IntrospectionQuery>(getIntrospectionQuery()));
  const { matters, elements } = await client.data<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>(
    '{ matters(where: { department: [LIGHTHOUSE] }) { nodes { id } } elements(where: { department: [LIGHTHOUSE] }) { nodes { id } } }',
  );
  const ids = [...matters!.nodes, ...elements!.nodes].map(({ id }) => JSON.stringify(id));
  const unit = '{ department: LIGHTHOUSE, localId: "0001" }';
  const category = '{ standard: "light-2020", code: "01" }';
  return everyFieldQuery(schema, {
    'Query.matter.department': 'LIGHTHOUSE',
    'Query.matter.localId': '"L-1"',
    'Query.intakeRuns.department': 'LIGHTHOUSE',
    'Query.division.code': '"990101001001"',
    'Query.organisation.code': '"1199010000000001AJ"',
    day: '"2026-11-22"',
    kind: 'ADMISSION',
    'Query.resolveIds.ids': `[${unit}]`,
    id: ids[0]!,
    matter: ids[0]!,
    ids: ids.join(' '),
    a: unit,
    b: '{ localId: "990101001001001" }',
    unit,
    category,
    codes: category,
    grid: '"990101001001001"',
    code: '"990101001001001"',
    department: 'LIGHTHOUSE',
    localId: '"0001"',
    metrics: 'REPORTED',
    'Query.dueAt.from': '"2026-01-05T01:00:00Z"',
    'CityCalendar.isWorkingDay.day': '"2026-01-05"',
    'Query.dueAt.amount': '5',
    'Query.dueAt.unit': 'CALENDAR_DAYS',
    'Query.workingDays.from': '"2026-01-05"',
    'Query.workingDays.to': '"2026-01-09"',
    longitude: '117.012',
    latitude: '29.012',
  });
}
