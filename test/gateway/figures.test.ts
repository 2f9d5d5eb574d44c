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
