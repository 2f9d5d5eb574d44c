import { type DataSource, EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaOptions } from 'typeorm';

import { openDatabase } from '../../src/database/open-database.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import type { TableSchema } from '../../src/database/schema-parts.js';
import { silentLog } from '../../src/kernel/log.js';
import { anOpenDatabase, type TestDatabase } from '../support/database/an-open-database.js';
import { catalogOf } from '../support/database/catalog-of.js';
import { type DeclaredDatabase, declaredDatabases } from '../support/database/platform-tables.js';

async function migrated({ tables, migrations }: DeclaredDatabase): Promise<TestDatabase> {
  const database = await anOpenDatabase({ entities: tables, migrations });
  await runMigrations(database.dataSource);
  return database;
}

/** What TypeORM would do to make the database what the tables say. */
async function drift(dataSource: DataSource): Promise<readonly string[]> {
  return (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
}

const tableNames = (tables: readonly TableSchema[]): readonly string[] => tables.map(({ options }) => options.tableName ?? options.name);
const indexNames = (tables: readonly TableSchema[]): readonly string[] =>
  tables.flatMap(({ options }) => (options.indices ?? []).map((index) => index.name!));

describe.each(declaredDatabases)('the migrated database of $name', (declared: DeclaredDatabase) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await migrated(declared);
  });

  afterAll(() => database?.drop());

  test('is what its tables say', async () => {
    expect(await drift(database.dataSource)).toEqual([]);
  });

  test('holds no table and no index that is not declared, and every one that is', async () => {
    const { tables, indexes } = await catalogOf(database.url);
    expect(tables.map((line) => line.split(' ')[0])).toEqual([...tableNames(declared.tables)].sort());
    expect(indexes.map((line) => / INDEX (\S+) /.exec(line)![1]).sort()).toEqual([...indexNames(declared.tables)].sort());
  });

  test('has the columns and constraints of one that is built from its tables alone', async () => {
    const built = await anOpenDatabase({ entities: declared.tables });
    await built.dataSource.driver.createSchemaBuilder().build();
    const fromTables = await catalogOf(built.url).finally(() => built.drop());

    const { columns, constraints } = await catalogOf(database.url);

    expect(columns).toEqual(fromTables.columns);
    expect(constraints).toEqual(fromTables.constraints);
  });
});

describe('a table that drifted', () => {
  const office = declaredDatabases.find(({ name }) => name === 'urban-management')!;
  const feed = office.tables.find(({ options }) => options.name === 'change_feed')!;
  const columns = feed.options.columns as Record<string, EntitySchemaColumnOptions>;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await migrated(office);
  });

  afterAll(() => database?.drop());

  const changes: [string, Partial<EntitySchemaOptions<Record<string, unknown>>>, string][] = [
    ['another type', { columns: { ...columns, kind: { type: 'integer' } } }, 'DROP COLUMN "kind"'],
    ['no longer required', { columns: { ...columns, kind: { type: 'text', nullable: true } } }, 'ALTER COLUMN "kind" DROP NOT NULL'],
    ['one more column', { columns: { ...columns, note: { type: 'text', nullable: true } } }, 'ADD "note" text'],
    ['another default', { columns: { ...columns, kind: { type: 'text', default: 'UNIT' } } }, `SET DEFAULT 'UNIT'`],
    ['a check that is gone', { checks: [] }, 'DROP CONSTRAINT "change_feed_kind_check"'],
    ['one more index', { indices: [{ name: 'by_kind', columns: ['kind'] }] }, 'CREATE INDEX "by_kind"'],
  ];

  test.each(changes)('is found: %s', async (_what, change, statement) => {
    const altered: TableSchema = new EntitySchema({ ...feed.options, ...change });
    const entities = [...office.tables.filter((table) => table !== feed), altered];
    const twin = await openDatabase({ name: 'drifted', url: database.url, entities, migrations: [], log: silentLog, poolSize: 1 });
    const statements = await drift(twin).finally(() => twin.destroy());
    expect(statements.join('\n')).toContain(statement);
  });
});
