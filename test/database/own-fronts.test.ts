import { randomBytes } from 'node:crypto';

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { type CityDatabases, type DatabaseContent, openCityDatabases } from '../../src/database/city-databases.js';
import { type Log, silentLog } from '../../src/kernel/log.js';
import { testConfig } from '../support/city/test-config.js';
import { cloneDatabase, type ClonedDatabase, dropDatabase } from '../support/database/clone-database.js';
import { clusterUrl, onCluster } from '../support/database/cluster-address.js';
import { withClient } from '../support/database/with-client.js';

class CreateLetters1795000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table letters (id integer primary key)');
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table letters');
  }
}

class CreateStamps1795000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table stamps (id integer primary key)');
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table stamps');
  }
}

const letters: DatabaseContent = {
  tables: [],
  migrations: [CreateLetters1795000000001],
  grants: [{ table: 'letters', platform: ['SELECT', 'INSERT'], system: [] }],
};
const lettersAndStamps: DatabaseContent = { ...letters, migrations: [CreateLetters1795000000001, CreateStamps1795000000002] };
const role = `clerk_${randomBytes(4).toString('hex')}`;
const names: string[] = [];
let index: ClonedDatabase;
let opened: CityDatabases[] = [];

beforeAll(async () => {
  index = await cloneDatabase('template1');
  await withClient(clusterUrl(), (client) => client.query(`create role ${role} login password 'clerk'`));
});

afterEach(async () => {
  for (const databases of opened) await databases.close();
  opened = [];
});

afterAll(async () => {
  await index.drop();
  for (const name of names) await dropDatabase(name);
  await withClient(clusterUrl(), (client) => client.query(`drop role ${role}`));
});

/** A database with statements run in it by the administrator; answers its name. */
async function aDatabase(statements: readonly string[] = [], form = `encoding 'UTF8'`): Promise<string> {
  const name = `own_${randomBytes(4).toString('hex')}`;
  names.push(name);
  await withClient(clusterUrl(), (client) => client.query(`create database ${name} ${form} template template0`));
  await withClient(onCluster(name), async (client) => {
    for (const statement of statements) await client.query(statement);
  });
  return name;
}

/** The city with one office whose own database is the one of that name, opened by an account of its own or by the administrator. */
async function openedOn(name: string, content = letters, password: string | null = null, log: Log = silentLog): Promise<CityDatabases> {
  const url = new URL(onCluster(name));
  if (password !== null) Object.assign(url, { username: role, password });
  const databases = await openCityDatabases({
    config: testConfig({ DATABASE_URL: index.url, POST_DATABASE_URL: url.href }),
    log,
    index: { tables: [], migrations: [] },
    fronts: new Map([['post', content]]),
  });
  opened.push(databases);
  return databases;
}

const reasonOf = (databases: CityDatabases) => databases.fronts.get('post')!.openingFault()?.reason ?? null;
const installed = (...migrations: readonly { readonly name: string }[]): readonly string[] => [
  'create table migrations (id serial primary key, timestamp bigint not null, name varchar not null)',
  ...migrations.map(({ name }) => `insert into migrations (timestamp, name) values (${name.slice(-13)}, '${name}')`),
  `grant select on migrations to ${role}`,
];
const lettersTable = 'create table letters (id integer primary key)';

describe('the database of an office that is there', () => {
  it('is migrated where the account may', async () => {
    const databases = await openedOn(await aDatabase());
    expect(reasonOf(databases)).toBeNull();
    expect(await databases.fronts.get('post')!.sql.query('select from letters')).toEqual([]);
  });

  it('is used as it is where the account may not migrate and nothing lacks', async () => {
    const name = await aDatabase([lettersTable, ...installed(CreateLetters1795000000001), `grant select, insert on letters to ${role}`]);
    const databases = await openedOn(name, letters, 'clerk');
    expect(reasonOf(databases)).toBeNull();
    await databases.fronts.get('post')!.sql.query('insert into letters values (1)');
  });
});

describe('the database of an office that is there but wrong', () => {
  it('keeps nobody from being served, and says once what is wrong', async () => {
    const lines: Readonly<Record<string, unknown>>[] = [];
    const log: Log = { ...silentLog, warn: (fields) => lines.push(fields) };
    const databases = await openedOn(await aDatabase(), letters, 'guessed', log);
    expect(await databases.index.sql.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(reasonOf(databases)).toBe('WRONG_ACCOUNT');
    expect(lines).toEqual([
      expect.objectContaining({ database: 'post', reason: 'WRONG_ACCOUNT', message: expect.stringContaining('refused user or password') }),
    ]);
    expect(JSON.stringify(lines)).not.toContain('guessed');
  });

  it('is refused when it is not UTF-8', async () => {
    expect(reasonOf(await openedOn(await aDatabase([], `encoding 'SQL_ASCII' locale_provider libc locale 'C'`)))).toBe('NOT_UTF8');
  });

  it('is refused when a newer platform has changed it', async () => {
    const name = await aDatabase(installed(CreateLetters1795000000001, CreateStamps1795000000002));
    expect(reasonOf(await openedOn(name))).toBe('NEWER');
  });

  it('is refused when the account lacks a right, which is named', async () => {
    const lines: Readonly<Record<string, unknown>>[] = [];
    const name = await aDatabase([lettersTable, ...installed(CreateLetters1795000000001), `grant select on letters to ${role}`]);
    const databases = await openedOn(name, letters, 'clerk', { ...silentLog, warn: (fields) => lines.push(fields) });
    expect(reasonOf(databases)).toBe('MISSING_RIGHTS');
    expect(lines[0]!['message']).toContain('INSERT on letters');
  });

  it('is refused when it lacks migrations that the account may not run, with the command that prints them', async () => {
    const lines: Readonly<Record<string, unknown>>[] = [];
    const name = await aDatabase([lettersTable, ...installed(CreateLetters1795000000001), `grant select, insert on letters to ${role}`]);
    const databases = await openedOn(name, lettersAndStamps, 'clerk', { ...silentLog, warn: (fields) => lines.push(fields) });
    expect(reasonOf(databases)).toBe('BEHIND');
    expect(lines[0]!['hint']).toContain('allgrid front-script post --from 1795000000001');
  });

  it('is opened without a restart when somebody has mended it', async () => {
    const name = await aDatabase([lettersTable, ...installed(CreateLetters1795000000001), `grant select on letters to ${role}`]);
    const databases = await openedOn(name, letters, 'clerk');
    expect(reasonOf(databases)).toBe('MISSING_RIGHTS');
    await withClient(onCluster(name), (client) => client.query(`grant insert on letters to ${role}`));
    await databases.fronts.get('post')!.opened;
    expect(reasonOf(databases)).toBeNull();
  });
});
