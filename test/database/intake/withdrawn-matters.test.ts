import { InboxFloor } from '../../../src/eventlog/inbox-floor.js';
import { moveInbox } from '../../../src/eventlog/move-inbox.js';
import { PostgresReader } from '../../../src/eventlog/postgres-reader.js';
import { uuidOf } from '../../../src/kernel/ids.js';
import { indexState, waitingRows } from '../../support/intake/index-state.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

const uuid = uuidOf('matter', 'LIGHTHOUSE', 'L-1');
const open = 'false,GREEN\nL-2,';
const home = 'true,RED\nL-2,';

let city: IntakeCity;
let pack: PackCopy;

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
});
afterEach(async () => {
  await Promise.all([city?.close(), pack?.remove()]);
});

const importPack = () => city.intake().cityImport.importPack(pack.folder);
const positionEvents = () => moveInbox(city.index.sql, { batch: 1_000, floor: new InboxFloor(), month: '2026-11-01' });
const row = async <Row extends object>(text: string): Promise<Row> => (await city.index.sql.query<Row>(text))[0]!;

/** The tables of the index of which some row shows a word of the matter. */
async function tablesThatKnow(words = `${uuid}|L-1\\M|东灯不亮|夜里看不见`): Promise<readonly string[]> {
  const tables = await city.index.sql.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const knowing: string[] = [];
  for (const { name } of tables) {
    const found = await city.index.sql.query(`select from ${name} whole where whole::text ~ $1 limit 1`, [words]);
    if (found.length > 0) knowing.push(name);
  }
  // A part of the log holds what the log does.
  return knowing.filter((name) => !name.startsWith('event_log_')).toSorted();
}

describe.each(['that readers may have seen', 'that has no position yet'] as const)(
  'a matter with an event %s, which its office then keeps at home',
  (told) => {
    beforeEach(async () => {
      await importPack();
      if (told === 'that readers may have seen') await positionEvents();
      const events = told === 'that readers may have seen' ? 'event_log' : 'event_inbox';
      expect(await tablesThatKnow()).toEqual([events, 'matter', 'matter_assignment', 'matter_placement', 'matter_transition'].toSorted());
      await pack.replace('lighthouse/matters.csv', open, home);
    });

    test('leaves every table of the index', async () => {
      await importPack();
      expect(await tablesThatKnow()).toEqual([]);
      expect(await waitingRows(Object.values(city.fronts))).toBe(0);
      expect(await city.fronts.lighthouse.sql.query(`select title, stays_home from matter_record where local_id = 'L-1'`)).toEqual([
        { title: '东灯不亮', stays_home: true },
      ]);
    });

    test('leaves the log dense, and in its place an event that names nothing', async () => {
      await importPack();
      await positionEvents();
      const { events, head } = await new PostgresReader(city.index.sql).after(0, 1_000);
      expect(events.map(({ position }) => position)).toEqual(Array.from({ length: head }, (_, nth) => nth + 1));
      expect(events.filter(({ topic }) => topic === 'withdrawn')).toEqual([
        {
          position: expect.any(Number),
          epoch: expect.any(String),
          eventId: expect.any(String),
          topic: 'withdrawn',
          kind: 'WITHDRAWN',
          subject: '00000000-0000-0000-0000-000000000000',
          version: 0,
          department: null,
          divisionCode: null,
          visibleTo: null,
          payload: {},
          occurredAt: expect.any(Date),
          recordedAt: expect.any(Date),
        },
      ]);
      expect(events.filter(({ topic }) => topic === 'matter').length).toBe(4);
      expect(
        events.every(({ topic, occurredAt, recordedAt }) => topic !== 'withdrawn' || occurredAt.getTime() === recordedAt.getTime()),
      ).toBe(true);
    });

    test('changes nothing when the same pack comes again, and other matters stay as they were', async () => {
      const others = `select * from matter where local_id <> 'L-1' order by id`;
      const before = await city.index.sql.query(others);
      await importPack();
      const after = await indexState(city.index);
      expect(await city.index.sql.query(others)).toEqual(before);
      expect((await importPack()).changed).toBe(0);
      expect(await indexState(city.index)).toEqual(after);
    });

    test('comes back when its office lets it out again', async () => {
      await importPack();
      await pack.replace('lighthouse/matters.csv', home, open);
      await importPack();
      expect(await row(`select title, state from matter where id = '${uuid}'`)).toEqual({ title: '东灯不亮', state: 'CLOSED' });
    });
  },
);

test('a matter that was at home all along is not spoken of in the feed, whatever changes of it', async () => {
  await importPack();
  const applied = `select applied_rows from office_state where department = 'LIGHTHOUSE'`;
  const before = await row(applied);
  await pack.replace('lighthouse/matters.csv', '控告守塔人', '控告守塔人之二');
  await importPack();
  expect(await city.fronts.lighthouse.sql.query(`select title from matter_record where local_id = 'L-4'`)).toEqual([
    { title: '控告守塔人之二' },
  ]);
  expect(await row(applied)).toEqual(before);
});

test('a matter that is taken home before the feed was read never arrives', async () => {
  await importPack();
  await city.fronts.lighthouse.sql.query(
    `insert into change_feed (kind, record_key) values ('MATTER', array['L-4']), ('MATTER', array['L-9'])`,
  );
  await importPack();
  expect(await tablesThatKnow('L-4\\M|L-9\\M|控告')).toEqual([]);
  expect(await waitingRows([city.fronts.lighthouse])).toBe(0);
});

describe('of refused rows', () => {
  test('one that says its matter stays home takes the matter out of the index all the same, until it is corrected', async () => {
    await importPack();
    const text = await pack.read('lighthouse/matters.csv');
    const spoilt = text.replace(open, home).replace('MATTER,0101,东灯不亮', 'MATTER,0199,东灯不亮');
    await pack.write('lighthouse/matters.csv', spoilt);
    await importPack();
    expect(await tablesThatKnow()).toEqual([]);
    expect((await importPack()).changed).toBe(0);

    await pack.write('lighthouse/matters.csv', text);
    await importPack();
    expect(await row(`select title from matter where id = '${uuid}'`)).toEqual({ title: '东灯不亮' });
  });

  test('one that contradicts earlier rows of the same matter takes the matter home', async () => {
    const first = (await pack.read('lighthouse/matters.csv')).split('\n').find((line) => line.startsWith('L-1,'))!;
    await pack.append('lighthouse/matters.csv', `${first}\n${first.replace(/false,GREEN$/, 'true,RED')}\n`);
    await importPack();
    expect(await tablesThatKnow()).toEqual([]);
  });

  test('the id of a matter is forgotten once its office keeps that matter at home', async () => {
    const twice = (await pack.read('lighthouse/matters.csv')).split('\n').find((line) => line.startsWith('L-1,'))!;
    await pack.append('lighthouse/matters.csv', `${twice}\n`);
    await importPack();
    expect(await tablesThatKnow()).toContain('quarantined_row');
    const text = await pack.read('lighthouse/matters.csv');
    await pack.write('lighthouse/matters.csv', text.replace(open, home));
    await importPack();
    expect(await tablesThatKnow()).toEqual([]);
    expect(await city.index.sql.query('select row_number, field, value from quarantined_row order by id')).toEqual([
      { row_number: 6, field: 'local_id', value: null },
      { row_number: 6, field: 'local_id', value: null },
    ]);
  });
});
