import { demoToken } from '../support/access/demo-token.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { liveClient } from '../support/gateway/live-client.js';
import { drawnCity } from '../support/intake/drawn-city.js';
import { ServedCity } from '../support/intake/served-city.js';

let city: ServedCity;
beforeAll(async () => {
  city = await ServedCity.start(drawnCity);
}, 120_000);
afterAll(() => city?.stop());

interface Figures {
  readonly matters: { readonly totalCount: number };
  readonly matterStatistics: { readonly rows: readonly { readonly matters: number; readonly values: readonly object[] }[] };
  readonly loopFunnel: { readonly medianError: number; readonly stages: readonly { readonly stage: string; readonly entered: number }[] };
  readonly dueBoard: { readonly nodes: readonly { readonly light: string }[] };
}

test('figures, the funnel and the due board tell of the matters that the list shows', async () => {
  const told = await city.client.data<Figures>(`{
    matters { totalCount }
    matterStatistics(metrics: [REPORTED, CLOSING_RATE], groupBy: [OFFICE]) {
      rows { matters keys { grouping key name } values { metric value numerator denominator definition { formulaEn confirmedLocally } } }
    }
    loopFunnel { medianError stuckAt stages { stage entered left now medianHours } }
    dueBoard { nodes { light secondsLeft clock lead { name } matter { localId } } }
  }`);
  const counted = told.matterStatistics.rows.reduce((sum, row) => sum + row.matters, 0);
  expect(counted).toBe(told.matters.totalCount);
  expect(counted).toBeGreaterThan(0);
  expect(told.matterStatistics.rows[0]!.values[0]).toMatchObject({ metric: 'REPORTED', definition: { confirmedLocally: false } });
  expect(told.loopFunnel.stages[0]).toMatchObject({ stage: 'REPORTED', entered: told.matters.totalCount });
  expect(told.loopFunnel.medianError).toBeLessThan(0.05);
});

test('a list of matters comes as CSV, with the rows that the list has', async () => {
  const query = '{ matters { nodes { localId title keeper { name } } } }';
  const { matters } = await city.client.data<{ readonly matters: { readonly nodes: readonly { readonly localId: string }[] } }>(query);
  const csv = await city.client.ask(query, {}, { accept: 'text/csv' });
  expect(csv.headers.get('content-type')).toContain('text/csv');
  const [head, ...lines] = csv.text.trimEnd().split('\r\n');
  expect(head).toMatch(/localId,title,keeper\.name$/);
  expect(lines.map((line) => line.split(',')[0])).toEqual(matters.nodes.map(({ localId }) => localId));
});

test('a document that is no list is refused as CSV, in JSON', async () => {
  const refused = await city.client.ask('{ city { code } }', {}, { accept: 'text/csv' });
  expect([refused.status, refused.errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
});

interface KeyFigures {
  readonly __typename: string;
  readonly complete: boolean;
  readonly figures: readonly { readonly indicator: string; readonly department: string | null; readonly value: number | null }[];
}

test('key figures come all at once, as the list of matters has them, and then as they change', async () => {
  const token = await demoToken(city.platform);
  const clerk = new GraphqlClient(city.platform.url, token);
  const { matters, elements } = await clerk.data<Readonly<Record<'matters' | 'elements', { readonly totalCount: number }>>>(
    '{ matters(where: { open: true }) { totalCount } elements { totalCount } }',
  );
  const client = liveClient(city.platform.url, token);
  const query = `subscription { indicators { __typename ... on Indicators { cursor position serverTime complete
    figures { indicator department value numerator denominator suppressed asOf definition { nameZh formulaEn unit span source confirmedLocally } } } } }`;
  const deliveries = client.iterate<{ readonly indicators: KeyFigures }>({ query });
  const next = async (): Promise<KeyFigures> =>
    ((await deliveries.next()) as { value: { data: { indicators: KeyFigures } } }).value.data.indicators;
  const valueOf = ({ figures }: KeyFigures, key: string) =>
    figures.find(({ indicator, department }) => indicator === key && department === null)?.value;

  const first = await next();
  expect([first.__typename, first.complete, valueOf(first, 'OPEN'), valueOf(first, 'ELEMENTS')]).toEqual([
    ...['Indicators', true, matters.totalCount, elements.totalCount],
  ]);

  await clerk.data(
    `mutation { reportMatter(input: { idempotencyKey: "key-figures", title: "路灯不亮", source: OFFICE, grid: "990101001001001",
      category: { standard: "light-2020", kind: "MATTER", code: "01" } }) { __typename ... on Refusal { message } } }`,
  );
  let told = await next();
  while (valueOf(told, 'OPEN') === undefined) told = await next();
  expect([told.complete, valueOf(told, 'OPEN'), valueOf(told, 'REPORTED_TODAY')]).toEqual([
    ...[false, matters.totalCount + 1, (valueOf(first, 'REPORTED_TODAY') ?? 0) + 1],
  ]);
  await client.dispose();
});
