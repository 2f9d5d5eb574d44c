import type { DataSource } from 'typeorm';

import { frontMigrations } from '../../migrations/front/index.js';
import { openDatabase } from '../../src/database/open-database.js';
import { interleaved } from '../../src/database/ordered-migrations.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import type { OwnFieldKind } from '../../src/departments/contract.js';
import { silentLog } from '../../src/kernel/log.js';
import { cloneDatabase, type ClonedDatabase } from '../support/database/clone-database.js';
import { sixOffices } from '../support/departments/six-offices.js';

describe.each(sixOffices)('the front database of $key', (office) => {
  let database: ClonedDatabase;
  let front: DataSource;
  const migrations = interleaved(frontMigrations, office.migrations);

  beforeAll(async () => {
    database = await cloneDatabase('template1');
    front = await openDatabase({ name: office.key, url: database.url, entities: office.tables, migrations, log: silentLog, poolSize: 2 });
  });

  afterAll(async () => {
    await front?.destroy();
    await database?.drop();
  });

  test('holds the office’s own tables exactly as the code declares them, after going up, down and up', async () => {
    await runMigrations(front);
    for (let left = migrations.length - migrations.indexOf(office.migrations[0]!); left > 0; left--) await front.undoLastMigration();
    expect(await missingTables()).toEqual(office.tables.map((table) => table.options.tableName));

    await runMigrations(front);
    expect(await missingTables()).toEqual([]);
    expect((await front.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('gives back each own field as it was put in, dates and flags included', async () => {
    await runMigrations(front);
    const own = Object.fromEntries(office.unitFields.fields.map(({ property, kind }) => [property, sampleOf(kind)]));
    const row = { layerKey: `${office.key}/sample`, localId: '0360203003002001', generation: 1, ...own };

    await front.getRepository(office.unitFields.table).insert(row);

    expect(await front.getRepository(office.unitFields.table).find()).toEqual([row]);
  });

  async function missingTables(): Promise<readonly (string | undefined)[]> {
    const names = office.tables.map((table) => table.options.tableName);
    const found = await front.query<{ tablename: string }[]>('select tablename from pg_tables where schemaname = $1', ['public']);
    return names.filter((name) => !found.some(({ tablename }) => tablename === name));
  }
});

function sampleOf(kind: OwnFieldKind): unknown {
  if (typeof kind === 'object') return kind.oneOf[0];
  return { text: '007', int: 7, number: 7.25, date: '2026-02-28', bool: false, organisation: '113602030143000203' }[kind];
}
