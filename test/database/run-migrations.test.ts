import type { MigrationInterface, QueryRunner } from 'typeorm';

import { openDatabase } from '../../src/database/open-database.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import { sqlOf } from '../../src/database/sql.js';
import { silentLog } from '../../src/kernel/log.js';
import { anOpenDatabase, type TestDatabase } from '../support/database/an-open-database.js';

class CreateUnits1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table unit (id int)');
    await runner.query('insert into unit values (1)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unit');
  }
}

class AddSlowly1795000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select pg_sleep(0.3)');
    await runner.query('alter table unit add column name text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table unit drop column name');
  }
}

class AddWrongly1795000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table half_made (id int)');
    await runner.query('insert into unit_that_is_not_there values (1)');
  }

  async down(): Promise<void> {
    // Never reached.
  }
}

const good = [CreateUnits1795000000001, AddSlowly1795000000002];
let database: TestDatabase | undefined;

// One connection and a short limit on time: migrations must need neither.
const limits = { poolSize: 1, statementTimeoutMs: 100 };
afterEach(() => database?.drop());

describe('migrations', () => {
  it('run in order, past the limit on time that statements have, and only once', async () => {
    database = await anOpenDatabase({ migrations: good, ...limits });
    expect(await runMigrations(database.dataSource)).toEqual(['CreateUnits1795000000001', 'AddSlowly1795000000002']);
    expect(await runMigrations(database.dataSource)).toEqual([]);
    expect(await sqlOf(database.dataSource).query('select * from unit')).toEqual([{ id: 1, name: null }]);
  });

  it('run once when several processes start together', async () => {
    database = await anOpenDatabase({ migrations: good });
    const { url } = database;
    const others = await Promise.all(
      [1, 2].map(() => openDatabase({ name: 'other', url, entities: [], migrations: good, log: silentLog, poolSize: 2 })),
    );
    const runs = await Promise.all([database.dataSource, ...others].map(runMigrations));
    await Promise.all(others.map((other) => other.destroy()));
    expect(runs.flat().sort()).toEqual(['AddSlowly1795000000002', 'CreateUnits1795000000001']);
  });

  it('leave nothing of one that fails, and keep the ones before it', async () => {
    database = await anOpenDatabase({ migrations: [...good, AddWrongly1795000000003] });
    await expect(runMigrations(database.dataSource)).rejects.toMatchObject({ code: 'INTERNAL', details: { sqlstate: '42P01' } });
    expect(await sqlOf(database.dataSource).query('select name from migrations order by id')).toEqual(good.map(({ name }) => ({ name })));
    expect(await sqlOf(database.dataSource).query(`select to_regclass('half_made') as half`)).toEqual([{ half: null }]);
  });
});
