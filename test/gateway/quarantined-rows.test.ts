import { demoToken } from '../support/access/demo-token.js';
import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { countOf } from '../support/gateway/statements-of.js';
import { drawnCity } from '../support/intake/drawn-city.js';
import type { PackCopy } from '../support/intake/pack-copy.js';
import { ServedCity } from '../support/intake/served-city.js';

const faults = ['L-7,light-2020,MATTER,01,灯坏了,,GRID,DANCING', 'L-8,light-2020,MATTER,99,灯坏了,,GRID,REPORTED'];

/** The lighthouses send two bad matters; once they have been told of it, one. */
let told = false;
const change = async (pack: PackCopy): Promise<void> => {
  const row = (fault: string): string => `${fault},,1199010000000001AJ,,,,,,,,2026-02-27T10:00:00,,,,\n`;
  const rest = (await pack.read('lighthouse/matters.csv')).split('\n').filter((line) => !/^L-[78],/.test(line));
  await pack.write(
    'lighthouse/matters.csv',
    rest.join('\n') +
      faults
        .slice(told ? 1 : 0)
        .map(row)
        .join(''),
  );
};

interface Shown {
  readonly file: string;
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly code: string;
  readonly rule: string;
  readonly remedy: string;
  readonly clearedAt: string | null;
  readonly run: { readonly id: string };
  readonly clearedBy: { readonly id: string } | null;
}
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Shown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
const columns = 'file row field value code rule remedy clearedAt run { id } clearedBy { id }';
const page = `totalCount nodes { ${columns} } pageInfo { hasNextPage endCursor }`;

describe('refused rows', () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity, change);
    // What it asks the offices by its own clock would be counted as a caller's.
    await city.platform.running.intake.follower.stop();
  }, 120_000);
  afterAll(() => city?.stop());

  const asked = async (where: string, rest = ''): Promise<Page> =>
    (await city.client.data<{ quarantinedRows: Page }>(`{ quarantinedRows(where: { ${where} } ${rest}) { ${page} } }`)).quarantinedRows;

  test('tell file, row, field, value, rule and remedy, newest first, page by page', async () => {
    const first = await asked('department: LIGHTHOUSE', 'first: 1');
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await asked('department: LIGHTHOUSE', `first: 1 after: "${first.pageInfo.endCursor}"`);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const [state] = second.nodes;
    expect(state).toMatchObject({
      file: 'lighthouse/matters.csv',
      field: 'state',
      value: 'DANCING',
      code: 'BAD_USER_INPUT',
      clearedAt: null,
    });
    expect(state!.rule).toMatch(/^expected .*REPORTED/);
    expect(state!.remedy).not.toBe('');
    expect(first.nodes[0]).toMatchObject({ field: 'category', row: state!.row + 1 });
  });

  test('are found by file, field, code, import and whether they are open', async () => {
    const [{ run }] = (await asked('')).nodes as [Shown];
    const found = async (where: string): Promise<number> => (await asked(where)).totalCount;
    expect(await found(`run: "${run.id}"`)).toBe(2);
    expect(await found('file: "lighthouse/matters.csv", field: "state"')).toBe(1);
    expect(await found('code: "BAD_USER_INPUT", open: true')).toBe(2);
    expect(await found('code: "DATE_INVALID"')).toBe(0);
    expect(await found('open: false')).toBe(0);
    expect(await found('department: ORCHARD')).toBe(0);
    expect(await city.client.code(`{ quarantinedRows(where: { run: "' or true --" }) { totalCount } }`)).toBe('BAD_USER_INPUT');
  });

  test('stand with their imports, at as many statements for many imports as for one', async () => {
    const question =
      'query Runs($first: Int!) { intakeRuns(first: $first) { id openRows rowsQuarantined quarantinedRows(first: 5) { totalCount nodes { field } } } }';
    const cost = async (first: number) => countOf(city.platform, () => city.client.data(question, { first }));
    expect(await cost(1)).toBe(await cost(3));
    const { intakeRuns } = await city.client.data<{ intakeRuns: readonly { openRows: number; quarantinedRows: Page }[] }>(question, {
      first: 9,
    });
    expect(intakeRuns.map(({ openRows }) => openRows).sort()).toEqual([0, 0, 2]);
    expect(intakeRuns.find(({ openRows }) => openRows === 2)!.quarantinedRows.nodes.map(({ field }) => field)).toEqual([
      'category',
      'state',
    ]);
  });

  test('are counted for whoever reads the imports of the office, and unknown to everybody else', async () => {
    const question = '{ departments { department quarantined } quarantinedRows { totalCount } }';
    const answerOf = async (department: string) => {
      const client = new GraphqlClient(city.platform.url, await demoToken(city.platform, { role: 'ANALYST', department }));
      return client.data<{ departments: readonly object[]; quarantinedRows: object }>(question);
    };
    expect(await answerOf('LIGHTHOUSE')).toEqual({
      departments: [
        { department: 'LIGHTHOUSE', quarantined: 2 },
        { department: 'ORCHARD', quarantined: null },
      ],
      quarantinedRows: { totalCount: 2 },
    });
    expect(await answerOf('ORCHARD')).toEqual({
      departments: [
        { department: 'LIGHTHOUSE', quarantined: null },
        { department: 'ORCHARD', quarantined: 0 },
      ],
      quarantinedRows: { totalCount: 0 },
    });
  });

  test('are cleared by the import that reads the corrected file', async () => {
    told = true;
    await city.tell(drawnCity);
    const { nodes } = await asked('department: LIGHTHOUSE');
    const open = nodes.filter(({ clearedAt }) => clearedAt === null);
    expect(open.map(({ field }) => field)).toEqual(['category']);
    const cleared = nodes.filter(({ clearedAt }) => clearedAt !== null);
    expect(cleared.map(({ field }) => field)).toEqual(['category', 'state']);
    expect(cleared.map(({ clearedBy }) => clearedBy?.id)).toEqual([open[0]!.run.id, open[0]!.run.id]);
  });
});
