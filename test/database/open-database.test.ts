import { openDatabase } from '../../src/database/open-database.js';
import { sqlOf } from '../../src/database/sql.js';
import { countStatements } from '../../src/database/statement-count.js';
import { silentLog } from '../../src/kernel/log.js';
import { anOpenDatabase, type TestDatabase } from '../support/database/an-open-database.js';
import { dropDatabase } from '../support/database/clone-database.js';
import { clusterUrl, onCluster } from '../support/database/cluster-address.js';
import { withClient } from '../support/database/with-client.js';
import { until } from '../support/embedded/until.js';

const count = countStatements();
let database: TestDatabase;

beforeAll(async () => {
  database = await anOpenDatabase({ name: 'petition', observe: count.observe, statementTimeoutMs: 2_000 });
});
afterAll(() => database.drop());

const attempt = (url: string): Promise<unknown> =>
  openDatabase({ name: 'petition', url, entities: [], migrations: [], log: silentLog, poolSize: 2 });

describe('an open database', () => {
  it('says who asks, counts time in UTC and forgets nobody in a transaction', async () => {
    const rows = await sqlOf(database.dataSource).query(`
      select current_setting('application_name') as name, current_setting('timezone') as zone, current_setting('statement_timeout') as statement,
             current_setting('idle_in_transaction_session_timeout') as idle, current_setting('lock_timeout') as lock`);
    expect(rows).toEqual([{ name: 'allgrid petition', zone: 'UTC', statement: '2s', idle: '30s', lock: '2s' }]);
  });

  it('cuts off a statement that runs too long with TIMEOUT', async () => {
    await expect(sqlOf(database.dataSource).query('select pg_sleep(60)')).rejects.toMatchObject({
      code: 'TIMEOUT',
      details: { sqlstate: '57014' },
    });
  });

  it('reads calendar dates as they are written, and ids digit by digit', async () => {
    const rows = await sqlOf(database.dataSource).query(`
      select date '2024-02-29' as day, array[date '0001-01-01', null] as days, '9007199254740993'::bigint as id, timestamptz '2026-01-01 08:00+08' as instant`);
    expect(rows).toEqual([
      { day: '2024-02-29', days: ['0001-01-01', null], id: '9007199254740993', instant: new Date('2026-01-01T00:00:00Z') },
    ]);
  });

  it('names a refusal with its table and constraint', async () => {
    const sql = sqlOf(database.dataSource);
    await sql.query('create table unit (id int constraint unit_once primary key, name text)');
    await sql.query('insert into unit values (1)');
    await expect(sql.query('insert into unit values (1)')).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { sqlstate: '23505', table: 'unit', constraint: 'unit_once' },
    });
    await expect(sql.query('insert into unit values (2, $1)', ['a\0b'])).rejects.toMatchObject({ code: 'TEXT_INVALID' });
  });

  it('returns the rows of RETURNING, and none for a statement without rows', async () => {
    const sql = sqlOf(database.dataSource);
    await sql.query('create table counted (id int)');
    expect(await sql.query('insert into counted values (1), (2) returning id')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await sql.query('update counted set id = id + 1 returning id')).toEqual([{ id: 2 }, { id: 3 }]);
    expect(await sql.query('delete from counted')).toEqual([]);
  });

  it('counts every statement that reaches PostgreSQL, the ORM’s among them', async () => {
    count.reset();
    await sqlOf(database.dataSource).query('select 1');
    await database.dataSource.query('select 2');
    await database.dataSource.transaction(async (manager) => {
      await manager.query('select 3');
    });
    expect(count.statements('petition').map((statement) => statement.text)).toEqual([
      'select 1',
      'select 2',
      'START TRANSACTION',
      'select 3',
      'COMMIT',
    ]);
    expect([count.total(), count.total('petition'), count.total('housing')]).toEqual([5, 5, 0]);
  });

  it('heals by itself after all its connections were cut', async () => {
    const sql = sqlOf(database.dataSource);
    await Promise.all([sql.query('select 1'), sql.query('select 1'), sql.query('select 1')]);
    await withClient(clusterUrl(), (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [new URL(database.url).pathname.slice(1)]),
    );
    await until(async () => sql.query('select 1'));
    expect(await sql.query(`select 'well' as state`)).toEqual([{ state: 'well' }]);
  });
});

describe('a database is refused', () => {
  it('when it is not encoded in UTF-8, saying what was found and how to make a right one', async () => {
    await withClient(clusterUrl(), (client) =>
      client.query(`create database ascii encoding 'SQL_ASCII' locale_provider libc lc_collate 'C' lc_ctype 'C' template template0`),
    );
    await expect(attempt(onCluster('ascii'))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Expected the database petition to be encoded in UTF8, found SQL_ASCII.',
      hint: expect.stringContaining(`encoding 'UTF8'`),
    });
    await dropDatabase('ascii');
  });

  it.each([
    ['nobody listens there', 'postgres://u:p@127.0.0.1:1/city'],
    ['the host does not exist', 'postgres://u:p@no-such-host.invalid/city'],
  ])('when %s', async (_, url) => {
    await expect(attempt(url)).rejects.toMatchObject({ code: 'UNAVAILABLE', fault: 'ours' });
  });

  it('when the password is wrong', async () => {
    const url = new URL(clusterUrl());
    url.password = 'guessed';
    await expect(attempt(url.href)).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { sqlstate: '28P01' } });
  });

  it('when the server does not hold it', async () => {
    await expect(attempt(onCluster('no_such_city'))).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { sqlstate: '3D000' } });
  });
});
