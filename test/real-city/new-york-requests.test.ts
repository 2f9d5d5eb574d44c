import type { TestPlatform } from '../support/platform.js';
import { aNewYork, describeNewYork, longestLoading } from './new-york/a-new-york.js';
import { ask } from './new-york/ask.js';
import { type FileRow, rowsOf } from './new-york/new-york.js';

interface Request {
  readonly __typename: string;
  readonly localId: string;
  readonly title: string;
  readonly source: string;
  readonly state: string;
  readonly officeState: string;
  readonly reportedAt: string;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
  readonly category: { readonly code: string };
  readonly keeper: { readonly code: string };
  readonly assignments: readonly { readonly role: string; readonly organisation: { readonly code: string } }[];
  readonly departmentGrid: { readonly localId: string } | null;
  readonly grid: { readonly division: { readonly name: string } } | null;
  readonly zip: string | null;
  readonly locationType: string | null;
}

interface Page {
  readonly nodes: readonly Request[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const asked = `__typename localId title source state officeState reportedAt dueAt closedAt category { code } keeper { code }
  assignments { role organisation { code } } departmentGrid(department: COMMUNITY_BOARDS) { localId } grid { division { name } }
  ... on HotlineRequest { zip locationType }`;

/** What the clocks of New York show at an instant, by the rules that Node itself brings. */
const clocks = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'medium' });
const shown = (instant: string): string => clocks.format(new Date(instant)).replace(' ', 'T');

/** The hotline writes this day where it knows none. */
const neverClosed = '1900-01-01T00:00:00';

describeNewYork('the service requests of New York’s hotline', () => {
  let city: TestPlatform;
  let requests: ReadonlyMap<string, Request>;
  const rows = (): readonly FileRow[] => rowsOf('nyc_311_events.csv');

  beforeAll(async () => {
    city = await aNewYork();
    requests = new Map((await everyRequest()).map((request) => [request.localId, request]));
  }, longestLoading);
  afterAll(() => city?.stop());

  async function everyRequest(): Promise<readonly Request[]> {
    const found: Request[] = [];
    let after: string | null = null;
    for (;;) {
      const query = `query ($after: Cursor) { matters(first: 100, after: $after, where: { department: [HOTLINE_311] }) { nodes { ${asked} } pageInfo { hasNextPage endCursor } } }`;
      const { matters }: { matters: Page } = await ask(city.url, query, { after });
      found.push(...matters.nodes);
      if (!matters.pageInfo.hasNextPage) return found;
      after = matters.pageInfo.endCursor;
    }
  }

  /** The hotline itself says that these were closed before they came in. */
  const closedTooEarly = (): readonly FileRow[] =>
    rows().filter(({ status, closed, created }) => status !== 'Open' && closed !== '' && closed !== neverClosed && closed! < created!);

  test('are all there but those that were closed before they came in', () => {
    const refused = new Set(closedTooEarly().map((row) => row['unique_key']));
    const expected = rows()
      .map((row) => row['unique_key']!)
      .filter((key) => !refused.has(key));
    expect([...requests.keys()].toSorted()).toEqual(expected.toSorted());
    expect({ refused: refused.size, accepted: requests.size }).toEqual({ refused: 16, accepted: 1_984 });
  });

  test('carry the instants that New York’s clocks showed, summer and winter', () => {
    const wrong = rows().flatMap((row) => {
      const request = requests.get(row['unique_key']!);
      if (!request) return [];
      const told = {
        created: shown(request.reportedAt),
        due: request.dueAt === null ? '' : shown(request.dueAt),
        closed: request.closedAt === null ? '' : shown(request.closedAt),
      };
      const given = { created: row['created'], due: row['due'], closed: row['status'] === 'Closed' ? row['closed'] : '' };
      return JSON.stringify(told) === JSON.stringify(given) ? [] : [{ key: request.localId, told, given }];
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['a morning in June', '39573567', 'reportedAt', '2018-06-26T14:58:54.000Z'],
    ['the morning on which the clocks leapt forward', '41005290', 'dueAt', '2019-03-10T14:24:18.000Z'],
    ['midnight three days after they did', '24445959', 'closedAt', '2013-03-13T04:00:00.000Z'],
  ] as const)('carry %s: %s, %s %s', (_, key, field, instant) => {
    expect(requests.get(key)![field]).toBe(instant);
  });

  test('are kept by the hotline and led by the agency that handles them, in its own words', () => {
    const words = {
      Open: 'REPORTED',
      Assigned: 'DISPATCHED',
      'In Progress': 'HANDLING',
      Pending: 'HANDLING',
      'Email Sent': 'FEEDBACK',
      Closed: 'CLOSED',
    };
    for (const row of rows()) {
      const request = requests.get(row['unique_key']!);
      if (!request) continue;
      expect(request).toMatchObject({
        __typename: 'HotlineRequest',
        source: 'HOTLINE',
        title: row['complaint_type'],
        category: { code: row['complaint_type'] },
        keeper: { code: 'NYC311' },
        state: words[row['status'] as keyof typeof words],
        officeState: row['status'],
        assignments: [{ role: 'LEAD', organisation: { code: row['agency'] } }],
        zip: row['zip'] === '' ? null : row['zip'],
        locationType: row['location_type'] === '' ? null : row['location_type'],
      });
    }
  });

  test('lie in the community district that the file tells for all but a few at its border', () => {
    const told = rows().filter((row) => row['lat'] !== '' && row['boro_cd'] !== '' && requests.has(row['unique_key']!));
    const right = told.filter((row) => requests.get(row['unique_key']!)!.departmentGrid?.localId === row['boro_cd']);
    expect(told.length).toBeGreaterThan(1_780);
    expect(told.length - right.length).toBeLessThanOrEqual(14);
  });

  test('are found by borough, though a borough’s code says nothing of the city’s', async () => {
    const boroughs = { MANHATTAN: '1', BRONX: '2', BROOKLYN: '3', QUEENS: '4', 'STATEN ISLAND': '5' };
    const accepted = rows().filter((row) => requests.has(row['unique_key']!));
    // Where the hotline names none, the place tells.
    const boroughOf = (row: FileRow): string | undefined =>
      row['borough'] === 'Unspecified' ? requests.get(row['unique_key']!)!.grid?.division.name.toUpperCase() : row['borough'];
    const query = `{ ${[...Object.values(boroughs), 'NYC'].map((code) => `d${code}: matters(first: 1, where: { division: { within: "${code}" } }) { totalCount }`).join(' ')} }`;
    const answers = await ask<Readonly<Record<string, { totalCount: number }>>>(city.url, query);
    for (const [borough, code] of Object.entries(boroughs)) {
      expect([borough, answers[`d${code}`]!.totalCount]).toEqual([borough, accepted.filter((row) => boroughOf(row) === borough).length]);
    }
    expect(answers['dNYC']!.totalCount).toBe(accepted.length);
  });

  test('stand beside the agencies, of which the hotline alone keeps no grids', async () => {
    const { departments } = await ask<{ departments: { department: string; state: string; counts: object }[] }>(
      city.url,
      '{ departments { department state counts { units matters } } }',
    );
    expect(departments.map(({ department, counts }) => ({ department, ...counts }))).toEqual([
      { department: 'NYPD', units: 76, matters: 0 },
      { department: 'FDNY', units: 49, matters: 0 },
      { department: 'DOE', units: 32, matters: 0 },
      { department: 'DOHMH', units: 30, matters: 0 },
      { department: 'COMMUNITY_BOARDS', units: 71, matters: 0 },
      { department: 'HOTLINE_311', units: 0, matters: 1_984 },
    ]);
  });
});

describeNewYork('the intake of New York', () => {
  let city: TestPlatform;

  beforeAll(async () => {
    city = await aNewYork();
  }, longestLoading);
  afterAll(() => city?.stop());

  test('accepted or refused every row that it read', async () => {
    const runs = await city.running.databases.index.sql.query<{ department: string | null; rows: readonly number[] }>(
      'select department, array[rows_read, rows_accepted, rows_quarantined] as rows from intake_run order by started_at',
    );
    expect(runs).toEqual([
      { department: null, rows: [2_310, 2_310, 0] },
      { department: 'NYPD', rows: [76, 76, 0] },
      { department: 'FDNY', rows: [49, 49, 0] },
      { department: 'DOE', rows: [33, 33, 0] },
      { department: 'DOHMH', rows: [30, 30, 0] },
      { department: 'COMMUNITY_BOARDS', rows: [71, 71, 0] },
      { department: 'HOTLINE_311', rows: [2_000, 1_984, 16] },
    ]);
  });

  test('says of each refused row where it stands and why, and of each mended boundary what was mended', async () => {
    const told = await city.running.databases.index.sql.query<{
      file: string;
      row: number;
      field: string;
      value: string;
      rule: string;
      remedy: string;
    }>('select file, row_number as row, field, value, rule, remedy from quarantined_row order by id');
    const lines = rowsOf('nyc_311_events.csv');
    const refused = told.filter(({ file }) => file === 'nyc_311_events.csv');
    expect(refused).toHaveLength(16);
    for (const { row, field, value, rule, remedy } of refused) {
      expect([field, rule, remedy]).toEqual(['closed', 'DATE_INVALID: expected an instant not before reported_at', 'Correct the times.']);
      // The header is line 1, and no cell of this file runs over a line.
      expect(lines[row - 2]!['closed']).toBe(value);
    }
    expect(told).toHaveLength(refused.length);
    const mended = await city.running.databases.index.sql.query<{
      file: string;
      row: number;
      unit: string;
      fault: string | null;
      left: number;
    }>(
      `select file, row_number as row, local_id as unit, faults -> 0 ->> 'kind' as fault, jsonb_array_length(dropped) as left
         from boundary_repair order by id`,
    );
    expect(mended.map(({ file, row, unit, fault, left }) => [file, row, unit, fault ?? `${left} left out`])).toEqual([
      ['nypd_police_precincts.geojson', 71, '113', '64 left out'],
      ['doe_school_districts.geojson', 6, '17', 'SELF_CROSSING'],
      ['doe_school_districts.geojson', 30, '10', 'RINGS_CROSS'],
      ['dohmh_health_center_districts.geojson', 18, '45', '1 left out'],
    ]);
  });
});
