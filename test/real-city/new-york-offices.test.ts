import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { GraphQLEnumType } from 'graphql';
import type { DataSource } from 'typeorm';

import { frontMigrations } from '../../migrations/front/index.js';
import { schemaWithoutSources } from '../../src/composing/city-schema.js';
import { sixOffices } from '../../src/composing/six-offices.js';
import { openDatabase } from '../../src/database/open-database.js';
import { interleaved } from '../../src/database/ordered-migrations.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import { silentLog } from '../../src/kernel/log.js';
import { cloneDatabase, type ClonedDatabase } from '../support/database/clone-database.js';
import { descriptionFaults } from '../support/schema/description-faults.js';
import { newYorkOffices } from './new-york/compose.js';

const folder = join(__dirname, 'new-york');

describe('another city’s agencies join', () => {
  test('by one folder each and a list of their own', () => {
    const keys = newYorkOffices.map(({ key }) => key).toSorted();
    expect(readdirSync(join(folder, 'offices')).toSorted()).toEqual(keys);
    expect(readdirSync(join(folder, 'migrations')).toSorted()).toEqual(keys);
  });

  test('without sharing a key, a code or a type with the sample city’s', () => {
    for (const mark of ['key', 'code', 'gridType', 'matterType'] as const) {
      const ours = sixOffices.map((office) => office[mark]);
      const theirs = newYorkOffices.map((office) => office[mark]).filter((name) => name !== null);
      expect(new Set(theirs).size).toBe(theirs.length);
      expect(theirs.filter((name) => ours.includes(name))).toEqual([]);
    }
  });

  test('and make the schema theirs, described in both languages as the sample city’s is', async () => {
    const schema = await schemaWithoutSources(newYorkOffices);
    const { Department, NypdPrecinct, HotlineRequest, HousingEstate } = schema.getTypeMap();
    expect((Department as GraphQLEnumType).getValues().map(({ name }) => name)).toEqual(newYorkOffices.map(({ code }) => code));
    expect([NypdPrecinct, HotlineRequest].map(Boolean)).toEqual([true, true]);
    expect(HousingEstate).toBeUndefined();
    expect(descriptionFaults(schema)).toEqual([]);
  });
});

describe.each(newYorkOffices)('the front database of $key', (office) => {
  let database: ClonedDatabase;
  let front: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase('template1');
    const migrations = interleaved(frontMigrations, office.migrations);
    front = await openDatabase({ name: office.key, url: database.url, entities: office.tables, migrations, log: silentLog, poolSize: 2 });
  });
  afterAll(async () => {
    await front?.destroy();
    await database?.drop();
  });

  test('goes up, down and up, and holds then what the code declares', async () => {
    await runMigrations(front);
    for (let left = office.migrations.length; left > 0; left--) await front.undoLastMigration();
    await runMigrations(front);
    expect((await front.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
  });
});
