import type { MigrationInterface, QueryRunner } from 'typeorm';

import { runMigrations } from '../../src/database/run-migrations.js';
import { anOpenDatabase, type TestDatabase } from '../support/database/an-open-database.js';
import { catalogOf } from '../support/database/catalog-of.js';
import { type DeclaredDatabase, declaredDatabases } from '../support/database/platform-tables.js';

const nothing = { tables: [], columns: [], constraints: [], indexes: [], sequences: [] };

async function undo({ dataSource }: TestDatabase, steps: number): Promise<void> {
  for (let left = steps; left > 0; left--) await dataSource.undoLastMigration();
}

describe.each(declaredDatabases)('the migrations of $name', ({ migrations }: DeclaredDatabase) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await anOpenDatabase({ migrations });
  });

  afterAll(() => database?.drop());

  test('lead up, down to nothing, and up again to the identical schema', async () => {
    await runMigrations(database.dataSource);
    const first = await catalogOf(database.url);
    expect(first.tables.length).toBeGreaterThan(0);

    await undo(database, migrations.length);
    expect(await catalogOf(database.url)).toEqual(nothing);

    await runMigrations(database.dataSource);
    expect(await catalogOf(database.url)).toEqual(first);
  });
});

class CreateNotes1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table note (id integer primary key)');
    await runner.query('create sequence note_serial');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note');
  }
}

test('a way down that leaves something behind is found', async () => {
  const database = await anOpenDatabase({ migrations: [CreateNotes1795000000001] });
  await runMigrations(database.dataSource);
  await undo(database, 1);
  const left = await catalogOf(database.url).finally(() => database.drop());
  expect(left).toEqual({ ...nothing, sequences: ['note_serial'] });
});
