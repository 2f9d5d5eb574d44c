import type { Database } from '../../../src/features/intake/index.js';
import type { Intake } from '../../../src/features/intake/wiring.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;
let intake: Intake;
/** What the city index answers next to whoever tells it of a run: an error, as if the process had ended there. */
let breaksAtIndex = false;
let lighthouseIsAway = false;

beforeAll(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  intake = city.intake((database) => (database === city.index ? mayBreak(database) : mayBeAway(database)));
  await intake.cityImport.importPack(pack.folder);
  intake.follower.start();
});
afterAll(async () => {
  await intake?.follower.stop();
  await Promise.all([city?.close(), pack?.remove()]);
});

function mayBreak(index: Database): Database {
  return { ...index, transaction: (work) => (breaksAtIndex ? Promise.reject(new Error('cut off')) : index.transaction(work)) };
}

function mayBeAway(front: Database): Database {
  const isAway = (): boolean => lighthouseIsAway && front === city.fronts.lighthouse;
  return { ...front, transaction: (work) => (isAway() ? Promise.reject(new Error('away')) : front.transaction(work)) };
}

const matter = (localId: string, changed: object = {}): object => ({
  local_id: localId,
  standard: 'light-2020',
  kind: 'MATTER',
  category: '01',
  title: '灯不亮',
  来源: '网格',
  state: 'REPORTED',
  keeper: '1199010000000001AJ',
  division: '990101001001',
  reported_at: '2026-03-02T08:00:00',
  ...changed,
});

type Sql = Database['sql'];
const enqueue = (
  fields: object | string,
  about: { rows?: string; layer?: string; kind?: string } = {},
  sql: Sql = city.fronts.lighthouse.sql,
) =>
  sql.query('insert into inbound (rows, layer_key, element_kind, fields) values ($1, $2, $3, $4::jsonb)', [
    about.rows ?? 'MATTERS',
    about.layer ?? null,
    about.kind ?? null,
    typeof fields === 'string' ? fields : JSON.stringify(fields),
  ]);
const isTaken = (front = city.fronts.lighthouse): Promise<void> =>
  eventually('the queue is empty', async () => (await front.sql.query('select from inbound')).length === 0);
const matters = async (like: string): Promise<string> =>
  (await city.index.sql.query<{ id: string }>('select local_id as id from matter where local_id like $1 order by 1', [like]))
    .map(({ id }) => id)
    .join(' ');
const refusals = (): Promise<readonly object[]> =>
  city.fronts.lighthouse.sql.query(
    'select rows, record_id as id, field, split_part(rule, $1, 1) as code from inbound_refusal order by id',
    [':'],
  );

describe('the queue into which an office’s system writes', () => {
  test('rows are taken in their order, judged and brought to the index, and the queue is empty', async () => {
    await enqueue({ local_id: '0201', name: '新灯', valid_from: '2026-01-01', lamp: 'LED' }, { rows: 'UNITS', layer: 'lighthouse/beam' });
    await enqueue(
      { source_id: 'b-9', name: '新楼', keeper: '1199010000000001AJ', address_code: 'A-9' },
      { rows: 'ELEMENTS', kind: 'BUILDING' },
    );
    await enqueue({ layer: 'lighthouse/beam', local_id: '0201', measure: 'ships', value: 3, as_of: '2026-03-01' }, { rows: 'COUNTS' });
    const post = {
      layer: 'lighthouse/beam',
      local_id: '0201',
      post: '网格长',
      organisation: '1199010000000001AJ',
      vacant: false,
      ordinal: 1,
    };
    await enqueue(post, { rows: 'POSTS' });
    await enqueue(matter('Q-1', { layer: 'lighthouse/beam', unit: '0201' }));
    await eventually('the matter is in the index', async () => (await matters('Q-%')) === 'Q-1');
    await isTaken();
    const [held] = await city.fronts.lighthouse.sql.query(
      `select (select count(*)::int from unit_record where local_id = '0201') as units, (select count(*)::int from element_record where source_id = 'b-9') as elements,
              (select value from count_record where local_id = '0201') as ships, (select count(*)::int from post_record where local_id = '0201') as posts`,
    );
    expect(held).toEqual({ units: 1, elements: 1, ships: 3, posts: 1 });
    expect(await refusals()).toEqual([]);
  });

  test('a refused row is kept with rule and remedy in the office’s own database and in quarantine, until its record is accepted', async () => {
    await enqueue(matter('Q-2', { keeper: 'nobody' }));
    await enqueue(matter('Q-3', { keeper: 1199010000000001 }));
    await enqueue('{"local_id": "Q-4", "__proto__": {"title": "x"}}');
    await enqueue({ local_id: '1' }, { rows: 'UNITS', layer: 'orchard/row' });
    await enqueue({ source_id: '1' }, { rows: 'ELEMENTS', kind: 'constructor' });
    await isTaken();
    expect(await refusals()).toEqual([
      { rows: 'MATTERS', id: 'Q-2', field: 'keeper', code: 'BAD_USER_INPUT' },
      { rows: 'MATTERS', id: 'Q-3', field: 'keeper', code: 'ID_PRECISION' },
      { rows: 'MATTERS', id: 'Q-4', field: null, code: 'BAD_USER_INPUT' },
      { rows: 'UNITS', id: null, field: 'layer_key', code: 'BAD_USER_INPUT' },
      { rows: 'ELEMENTS', id: null, field: 'element_kind', code: 'BAD_USER_INPUT' },
    ]);
    const open = async (): Promise<number> =>
      (await city.index.sql.query(`select from quarantined_row where file like 'inbound/%' and cleared_at is null`)).length;
    await eventually('five rows are quarantined', async () => (await open()) === 5);
    await enqueue(matter('Q-2'));
    await enqueue(matter('Q-3'));
    await isTaken();
    expect(await refusals()).toHaveLength(3);
    await eventually('two of them are cleared', async () => (await open()) === 3);
    const sums = await city.index.sql.query(
      `select from intake_run where pack = 'inbound' and rows_read <> rows_accepted + rows_quarantined`,
    );
    expect(sums).toEqual([]);
  });

  test('no row is passed over whose lower id commits later', async () => {
    await city.fronts.lighthouse.transaction(async (slow) => {
      await enqueue(matter('R-1'), {}, slow);
      await enqueue(matter('R-2'));
      await eventually('the later row is there', async () => (await matters('R-%')) === 'R-2');
    });
    await eventually('the earlier row is there too', async () => (await matters('R-%')) === 'R-1 R-2');
  });

  test('the same row again changes nothing, and two rows of one record are taken in their order', async () => {
    const closed = { state: 'CLOSED', closed_at: '2026-03-03T08:00:00' };
    for (const changed of [{}, {}, closed, closed]) await enqueue(matter('S-1', changed));
    await isTaken();
    await eventually(
      'the matter is closed',
      async () => (await city.index.sql.query(`select from matter where local_id = 'S-1' and state = 'CLOSED'`)).length === 1,
    );
  });

  test('cut off before the index hears of a run, it is told when it can be, once', async () => {
    breaksAtIndex = true;
    await enqueue(matter('T-1', { keeper: 'nobody' }));
    await isTaken();
    breaksAtIndex = false;
    const told = async (): Promise<number> =>
      (await city.index.sql.query(`select from quarantined_row where file like 'inbound/%' and record_key like '%T-1%'`)).length;
    await eventually('the run is told', async () => (await told()) === 1);
    await eventually('no report waits', async () => (await city.fronts.lighthouse.sql.query('select from run_report')).length === 0);
    expect(await told()).toBe(1);
  });

  test('cut off before the front database commits, the rows still wait; another office is not disturbed', async () => {
    lighthouseIsAway = true;
    await enqueue(matter('U-1'));
    const row = {
      local_id: 'U-2',
      standard: 'orchard-2024',
      kind: 'MATTER',
      category: '7',
      title: '虫害',
      source: 'GRID',
      state: 'REPORTED',
      keeper: '1199010000000002BN',
      reported_at: '2026-03-02T08:00:00',
    };
    await enqueue(row, {}, city.fronts.orchard.sql);
    await eventually('the other office’s matter is in the index', async () => (await matters('U-%')) === 'U-2');
    lighthouseIsAway = false;
    await eventually('both are', async () => (await matters('U-%')) === 'U-1 U-2');
  });

  test('a matter that stays home is taken, and the index hears of nothing but what it may', async () => {
    await enqueue(matter('V-1', { signal: 'RED' }));
    await enqueue(matter('V-2', { signal: 'GREEN' }));
    await eventually('the other is in the index', async () => (await matters('V-%')) === 'V-2');
    expect(await city.fronts.lighthouse.sql.query(`select stays_home as home from matter_record where local_id = 'V-1'`)).toEqual([
      { home: true },
    ]);
  });

  test('what is no record, or too long, cannot be put into the queue at all', async () => {
    for (const fields of [
      '[]',
      '"text"',
      'null',
      JSON.stringify({ text: '长'.repeat(400_000) }),
      '{"title": "a\\u0000"}',
      '{"title": "a\\ud800"}',
    ])
      await expect(enqueue(fields)).rejects.toBeDefined();
    await expect(enqueue({}, { rows: 'BOUNDARIES' })).rejects.toBeDefined();
  });
});
