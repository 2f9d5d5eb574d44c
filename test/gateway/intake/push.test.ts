import { randomUUID } from 'node:crypto';

import { demoToken } from '../../support/access/demo-token.js';
import { person } from '../../support/access/people.js';
import { type PetitionCity, petitionCity } from '../../support/access/petition-city.js';
import { wholeDatabase } from '../../support/access/whole-database.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { liveClient } from '../../support/gateway/live-client.js';

const told = `run rowsRead accepted quarantined idempotentReplay outcomes { localId outcome field code expected remedy }`;
const grids = `mutation ($input: UpsertGridsInput!) { answer: upsertGrids(input: $input) { __typename ... on GridsUpserted { ${told} } ... on Refusal { code message } } }`;
const matters = `mutation ($input: UpsertMattersInput!) { answer: upsertMatters(input: $input) { __typename ... on MattersUpserted { ${told} } ... on Refusal { code message } } }`;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly run: string;
  readonly rowsRead: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly idempotentReplay: boolean;
  readonly outcomes: readonly {
    readonly localId: string;
    readonly outcome: string;
    readonly field: string | null;
    readonly code: string | null;
  }[];
}

const aMatter = (localId: string, changed: object = {}) => ({
  localId,
  category: { standard: 'light-2020', code: '01' },
  title: '灯不亮',
  source: 'GRID',
  state: 'REPORTED',
  keeper: '1199010000000001AJ',
  point: { longitude: 117.012, latitude: 29.012 },
  division: '990101001001',
  reportedAt: '2026-03-02T08:00:00+08:00',
  ...changed,
});
const square = (west: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 29.05],
      [west + 0.005, 29.05],
      [west + 0.005, 29.055],
      [west, 29.055],
      [west, 29.05],
    ],
  ],
});
const aBeam = (localId: string, changed: object = {}) => ({
  localId,
  name: '新灯',
  validFrom: '2026-01-01',
  division: '990101001001',
  boundary: square(117.05),
  own: { lighthouse: { lamp: 'LED' } },
  ...changed,
});

describe('what an office’s system pushes', () => {
  let city: PetitionCity;
  let system: GraphqlClient;
  beforeAll(async () => {
    city = await petitionCity('petitions-pushed', [{ localId: 'P-1', purposeCode: '03' }]);
    system = await as('LIGHTHOUSE');
  }, 240_000);
  afterAll(() => city?.stop());

  const as = async (department: string, changed: object = {}): Promise<GraphqlClient> =>
    new GraphqlClient(
      city.url,
      await demoToken(city, { role: 'DEPARTMENT_SYSTEM', department, subject: `${department}-system`, ...changed }),
    );
  const inputOf = (rows: readonly object[], changed: object = {}) => ({
    input: { department: 'LIGHTHOUSE', idempotencyKey: randomUUID(), rows, ...changed },
  });
  const pushGrids = async (rows: readonly object[], changed: object = {}, client = system): Promise<Answer> =>
    (await client.data<{ answer: Answer }>(grids, inputOf(rows, { layer: 'lighthouse/beam', ...changed }))).answer;
  const pushMatters = async (rows: readonly object[], changed: object = {}, client = system): Promise<Answer> =>
    (await client.data<{ answer: Answer }>(matters, inputOf(rows, changed))).answer;
  const words = ({ outcomes }: Answer): readonly string[] => outcomes.map(({ outcome }) => outcome);
  const front = (key: string) => city.running.databases.fronts.get(key)!.sql;
  const matterIn = async (localId: string): Promise<object | null> =>
    (
      await system.data<{ matter: object | null }>(
        'query ($id: SourceId!) { matter(department: LIGHTHOUSE, localId: $id) { title state } }',
        { id: localId },
      )
    ).matter;

  test('a matter is in the index soon, comes as an event, and the same again changes nothing', async () => {
    const client = liveClient(city.url, await demoToken(city, { role: 'SUPERVISOR', department: null }));
    const events = client.iterate<object>({
      query: 'subscription { matterEvents { __typename ... on MatterEvent { kind matter { localId } } } }',
    });
    await events.next();
    const answer = await pushMatters([aMatter('N-1')]);
    expect(answer).toMatchObject({ __typename: 'MattersUpserted', rowsRead: 1, accepted: 1, quarantined: 0, idempotentReplay: false });
    let text = '';
    while (!text.includes('"N-1"')) text = JSON.stringify((await events.next()).value);
    expect(text).toContain('MatterEvent');
    await client.dispose();
    expect(await matterIn('N-1')).toEqual({ title: '灯不亮', state: 'REPORTED' });
    expect(words(await pushMatters([aMatter('N-1')]))).toEqual(['ACCEPTED_UNCHANGED']);
    expect(words(await pushMatters([aMatter('N-1', { state: 'CLOSED', closedAt: '2026-03-03T08:00:00+08:00' })]))).toEqual([
      'ACCEPTED_CHANGED',
    ]);
    await eventually('the change is in the index', async () => JSON.stringify(await matterIn('N-1')).includes('CLOSED'));
  });

  test('one bad row stops no other, is told with its field and remedy, is quarantined, and cleared by a good one', async () => {
    const rows = [
      aMatter('N-2', { keeper: 'nobody' }),
      aMatter('N-3'),
      aMatter('N-3'),
      aMatter('N-4', { unit: '9999', layer: 'lighthouse/beam' }),
    ];
    const answer = await pushMatters(rows);
    expect(answer).toMatchObject({ rowsRead: 4, accepted: 1, quarantined: 3 });
    expect(answer.outcomes.map(({ localId, outcome, field }) => [localId, outcome, field])).toEqual([
      ['N-2', 'QUARANTINED', 'keeper'],
      ['N-3', 'ACCEPTED_CHANGED', null],
      ['N-3', 'QUARANTINED', 'localId'],
      ['N-4', 'QUARANTINED', 'unit'],
    ]);
    const open = () =>
      city.running.databases.index.sql.query<{ row: number }>(
        'select row_number as row from quarantined_row where run_id = $1 and cleared_at is null order by id',
        [answer.run],
      );
    expect((await open()).map(({ row }) => row)).toEqual([1, 3, 4]);
    expect(
      await city.running.databases.index.sql.query(
        'select pack, rows_read, rows_accepted, rows_quarantined from intake_run where id = $1',
        [answer.run],
      ),
    ).toEqual([{ pack: 'push', rows_read: 4, rows_accepted: 1, rows_quarantined: 3 }]);
    await pushMatters([aMatter('N-2'), aMatter('N-3')]);
    expect((await open()).map(({ row }) => row)).toEqual([4]);
  });

  test('F13: the same push three times at once is done once and answered alike', async () => {
    const idempotencyKey = randomUUID();
    const rows = [aMatter('N-5'), aMatter('N-6', { keeper: 'nobody' })];
    const answers = await Promise.all([1, 2, 3].map(() => pushMatters(rows, { idempotencyKey })));
    expect(answers.map(({ idempotentReplay }) => idempotentReplay).sort()).toEqual([false, true, true]);
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, idempotentReplay: null }))).size).toBe(1);
    expect(words(answers[0]!)).toEqual(['ACCEPTED_CHANGED', 'QUARANTINED']);
    expect(await pushMatters([aMatter('N-5')], { idempotencyKey })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('a push that was cut off between the two commits is answered by its retry as it would have been', async () => {
    const idempotencyKey = randomUUID();
    const first = await pushMatters([aMatter('N-7')], { idempotencyKey });
    // As after a crash: the front database has committed, the index has not.
    const { sql } = city.running.databases.index;
    await sql.query('delete from idempotency_key where key = $1', [idempotencyKey]);
    const again = await pushMatters([aMatter('N-7')], { idempotencyKey });
    expect(again).toEqual(first);
    await sql.query('delete from idempotency_key where key = $1', [idempotencyKey]);
    expect(await pushMatters([aMatter('N-8')], { idempotencyKey })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('F15: what is stamped older than the record held is accepted and changes nothing', async () => {
    const stamped = (title: string, updatedAt: string) => aMatter('N-20', { title, updatedAt });
    expect(words(await pushMatters([stamped('新', '2026-03-05T08:00:00Z')]))).toEqual(['ACCEPTED_CHANGED']);
    expect(words(await pushMatters([stamped('旧', '2026-03-04T08:00:00Z')]))).toEqual(['OLDER']);
    expect(await front('lighthouse').query(`select title from matter_record where local_id = 'N-20'`)).toEqual([{ title: '新' }]);
  });

  test('a dry run judges everything and writes nothing, and leaves its key free', async () => {
    const idempotencyKey = randomUUID();
    const rows = [aMatter('N-9'), aMatter('N-10', { keeper: 'nobody' })];
    expect(words(await pushMatters(rows, { idempotencyKey, dryRun: true }))).toEqual(['ACCEPTED_CHANGED', 'QUARANTINED']);
    expect(await front('lighthouse').query(`select from matter_record where local_id = 'N-9'`)).toEqual([]);
    expect((await pushMatters(rows, { idempotencyKey })).idempotentReplay).toBe(false);
  });

  test('a grid is taken with its boundary and own fields; without a boundary it keeps the one it had', async () => {
    const answer = await pushGrids([
      aBeam('0101'),
      aBeam('101'),
      aBeam('0102', { own: { lighthouse: { lamp: 'CANDLE' } }, boundary: square(117.06) }),
    ]);
    expect(answer.outcomes.map(({ outcome, field, code }) => [outcome, field, code])).toEqual([
      ['ACCEPTED_CHANGED', null, null],
      ['QUARANTINED', 'localId', 'BAD_USER_INPUT'],
      ['QUARANTINED', 'own.lighthouse.lamp', 'BAD_USER_INPUT'],
    ]);
    const undrawn = { ...aBeam('0101'), boundary: undefined };
    expect(words(await pushGrids([undrawn]))).toEqual(['ACCEPTED_UNCHANGED']);
    expect(words(await pushGrids([{ ...undrawn, name: '改名' }]))).toEqual(['ACCEPTED_CHANGED']);
    const asked = 'query { departmentGrids(department: LIGHTHOUSE, first: 50) { nodes { localId name areaM2 } } }';
    const found = async () =>
      (
        await system.data<{ departmentGrids: { nodes: readonly { localId: string; name: string; areaM2: number | null }[] } }>(asked)
      ).departmentGrids.nodes.find(({ localId }) => localId === '0101');
    await eventually('the grid has its new name', async () => (await found())?.name === '改名');
    expect((await found())?.areaM2).toBeGreaterThan(200_000);
  });

  test('what a file lists and a push does not stays as it is', async () => {
    const [row] = await front('lighthouse').query<{ ended: number }>(
      `select count(*)::int as ended from unit_record where layer_key = 'lighthouse/beam' and content_hash like 'retired/%'`,
    );
    expect(row).toEqual({ ended: 0 });
  });

  test('a set of units has the ground of its members', async () => {
    const rows = [
      { localId: '白班', name: '白班值守区', validFrom: '2026-01-01', members: ['0001', '0002'], own: { lighthouse: { lamp: 'LED' } } },
      { localId: '空班', name: '空班值守区', validFrom: '2026-01-01', members: ['7777'], own: { lighthouse: { lamp: 'LED' } } },
    ];
    expect(words(await pushGrids(rows, { layer: 'lighthouse/watch' }))).toEqual(['ACCEPTED_CHANGED', 'QUARANTINED']);
  });

  test('A60: a number where an id belongs, a bad date and half a character refuse the push by their scalars', async () => {
    const code = (rows: readonly object[]) => system.code(matters, inputOf(rows));
    expect(await code([aMatter('N-11', { localId: 110101199003 })])).toBe('ID_PRECISION');
    expect(await code([aMatter('N-11', { reportedAt: '2026-02-30T08:00:00+08:00' })])).toBe('DATE_INVALID');
    expect(await code([aMatter('N-11', { title: 'a\uD800' })])).toBe('TEXT_INVALID');
    expect(await code([aMatter('N-11', { title: 'a\u0000' })])).toBe('TEXT_INVALID');
    expect(await code([{ ...aMatter('N-11'), ...(JSON.parse('{"__proto__":{"localId":"x"}}') as object) }])).toBe('BAD_USER_INPUT');
  });

  test('no rows, 1,001 rows, another office’s layer and another office’s fields are refused; a long text refuses its row', async () => {
    const many = Array.from({ length: 1_001 }, (_, nth) => aMatter(`M-${nth}`));
    expect(await pushMatters([])).toMatchObject({ __typename: 'BadInput' });
    expect(await pushMatters(many)).toMatchObject({ __typename: 'BadInput' });
    expect(await pushGrids([aBeam('0103')], { layer: 'orchard/row' })).toMatchObject({ __typename: 'BadInput' });
    expect(await pushMatters([aMatter('N-12', { own: { petition: { route: 'x' } } })])).toMatchObject({ __typename: 'BadInput' });
    expect(words(await pushMatters([aMatter('N-12', { text: '长'.repeat(400_000) })]))).toEqual(['QUARANTINED']);
  });

  test('only a system of the office may push, and only within its divisions, whatever it calls a record’s division', async () => {
    expect(await pushMatters([aMatter('N-13')], {}, await as('ORCHARD'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await pushMatters([aMatter('N-13')], {}, await as('LIGHTHOUSE', { role: 'DATA_STEWARD' }))).toMatchObject({ code: 'FORBIDDEN' });
    const here = await as('LIGHTHOUSE', { divisions: ['990101001002'] });
    expect(await pushMatters([aMatter('N-13')], {}, here)).toMatchObject({ code: 'FORBIDDEN' });
    expect(words(await pushMatters([aMatter('N-13', { division: '990101001002' })], {}, here))).toEqual(['ACCEPTED_CHANGED']);
    expect(await pushMatters([aMatter('N-1', { division: '990101001002' })], {}, here)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('an accusation is told to the office that pushed it, and nothing of it is in the index', async () => {
    const office = await as('PETITION');
    const accused = person(70);
    const petition = (localId: string, purposeCode: string, changed: object = {}) =>
      aMatter(localId, { title: `控告${accused.name}`, text: accused.text, sealed: true, own: { petition: { purposeCode } }, ...changed });
    const rows = [petition('ACC-1', '02'), petition('ACC-2', '02', { keeper: 'nobody' }), petition('P-9', '03')];
    const runs = () =>
      city.running.databases.index.sql.query<{ rows_read: number }>(
        `select rows_read from intake_run where pack = 'push' and department = 'PETITION'`,
      );
    const answer = await pushMatters(rows, { department: 'PETITION' }, office);
    expect([words(answer), answer.rowsRead]).toEqual([['ACCEPTED_CHANGED', 'QUARANTINED', 'ACCEPTED_CHANGED'], 3]);
    expect(await runs()).toEqual([{ rows_read: 1 }]);
    const alone = await pushMatters([petition('ACC-3', '02', { petitioner: { name: accused.name } })], { department: 'PETITION' }, office);
    expect(words(alone)).toEqual(['ACCEPTED_CHANGED']);
    expect(await runs()).toHaveLength(1);
    await eventually('the petition is in the index', async () => {
      const [row] = await city.running.databases.index.sql.query<{ many: number }>(
        `select count(*)::int as many from matter where local_id = 'P-9'`,
      );
      return row!.many === 1;
    });
    const index = [...(await wholeDatabase(city.running.databases.index.sql)).values()].join('\n');
    for (const secret of ['ACC-', accused.name, accused.text, alone.run]) expect([secret, index.includes(secret)]).toEqual([secret, false]);
    expect(/ACC-|控告/.test(city.logged())).toBe(false);
  });
});
