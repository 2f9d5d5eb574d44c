import { randomBytes } from 'node:crypto';

import { frontContent } from '../../src/composing/city-contents.js';
import { type CityDatabases, openCityDatabases } from '../../src/database/city-databases.js';
import { frontScript, type FrontScriptParts } from '../../src/database/front-script.js';
import { migrationDigits } from '../../src/database/ordered-migrations.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import { petition } from '../../src/departments/petition/index.js';
import { silentLog } from '../../src/kernel/log.js';
import { testConfig } from '../support/city/test-config.js';
import { anOpenDatabase } from '../support/database/an-open-database.js';
import { catalogOf } from '../support/database/catalog-of.js';
import { cloneDatabase, type ClonedDatabase } from '../support/database/clone-database.js';
import { clusterUrl } from '../support/database/cluster-address.js';
import { withClient } from '../support/database/with-client.js';
import { sixOffices } from '../support/departments/six-offices.js';

const mark = randomBytes(4).toString('hex');
const role = `platform_${mark}`;
const systemRole = `system_${mark}`;
const { migrations, grants = [] } = frontContent(petition);
const parts: FrontScriptParts = {
  nameZh: petition.nameZh,
  nameEn: petition.nameEn,
  migrations,
  grants,
  schema: 'allgrid',
  role,
  systemRole,
  from: null,
};
const clones: ClonedDatabase[] = [];
let front: ClonedDatabase;

beforeAll(async () => {
  front = await anEmptyDatabase();
  await run(front.url, `create schema secret; create table secret.letters (id integer); create table public.others (id integer)`);
  await run(front.url, await frontScript(parts));
  await run(clusterUrl(), `alter role ${role} password 'p'; alter role ${systemRole} password 's'`);
});

afterAll(async () => {
  for (const clone of clones) await clone.drop();
  await run(clusterUrl(), `drop role ${role}; drop role ${systemRole}`);
});

async function anEmptyDatabase(): Promise<ClonedDatabase> {
  const clone = await cloneDatabase('template1');
  clones.push(clone);
  return clone;
}

const run = (url: string, text: string): Promise<unknown> => withClient(url, (client) => client.query(text));

function as(account: 'platform' | 'system', url = front.url): string {
  const address = new URL(url);
  Object.assign(address, account === 'platform' ? { username: role, password: 'p' } : { username: systemRole, password: 's' });
  return address.href;
}

async function codeOf(account: 'platform' | 'system', text: string): Promise<string> {
  return run(as(account), text).then(
    () => 'done',
    (thrown: unknown) => (thrown as { code: string }).code,
  );
}

async function openedBy(url: string, given = parts): Promise<CityDatabases> {
  return openCityDatabases({
    config: testConfig({ DATABASE_URL: (await anEmptyDatabase()).url, PETITION_DATABASE_URL: url }),
    log: silentLog,
    index: { tables: [], migrations: [] },
    fronts: new Map([['petition', { tables: [], migrations: given.migrations, grants: given.grants }]]),
  });
}

const faultOf = async (url: string): Promise<string | null> => {
  const databases = await openedBy(url);
  const fault = databases.fronts.get('petition')!.openingFault();
  await databases.close();
  return fault?.reason ?? null;
};

describe('the script for an office’s own PostgreSQL', () => {
  it.each(sixOffices.map((office) => [office.key, office] as const))('makes for %s what the migrations make', async (_key, office) => {
    const content = frontContent(office);
    const [byHand, migrated] = [await anEmptyDatabase(), await anOpenDatabase({ migrations: content.migrations })];
    try {
      const given = { ...parts, migrations: content.migrations, grants: content.grants ?? [], schema: 'public' };
      await run(byHand.url, await frontScript(given));
      await runMigrations(migrated.dataSource);
      const catalog = await catalogOf(byHand.url);
      expect(catalog).toEqual(await catalogOf(migrated.url));
      const granted = new Set(given.grants.map(({ table }) => table));
      expect(catalog.tables.map((fact) => fact.split(' ')[0]!).filter((table) => !granted.has(table))).toEqual([]);
      await run(byHand.url, `drop owned by ${role}; drop owned by ${systemRole}`);
    } finally {
      await migrated.drop();
    }
  });

  it('may be run twice', async () => {
    await expect(run(front.url, await frontScript(parts))).resolves.toBeDefined();
  });

  it('is followed by the platform with its own account, which installs nothing', async () => {
    expect(await faultOf(as('platform'))).toBeNull();
  });

  it('prints after an installed version only what lacks, and says when that version is not there', async () => {
    const versions = migrations.map(migrationDigits);
    const older = await anEmptyDatabase();
    const two = { ...parts, migrations: migrations.slice(0, 2) };
    await run(older.url, await frontScript({ ...two, grants: [] }));
    expect(await faultOf(as('platform', older.url))).toBe('BEHIND');
    const upgrade = await frontScript({ ...parts, from: versions[1]! });
    expect(upgrade).not.toContain('create table unit_record');
    await expect(run(older.url, await frontScript({ ...parts, from: versions[2]! }))).rejects.toThrow(/older version/);
    await run(older.url, upgrade);
    expect(await faultOf(as('platform', older.url))).toBeNull();
    await expect(frontScript({ ...parts, from: '1' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the platform’s account on an office’s own PostgreSQL', () => {
  it.each([
    'create table mine (id integer)',
    'create table public.mine (id integer)',
    'drop table unit_record',
    'alter table unit_record add column x integer',
    'truncate change_feed',
    'select * from secret.letters',
    'select * from public.others',
    'create schema mine',
    'create role mine',
    `update change_feed set kind = 'UNIT'`,
    'delete from outbound',
    `insert into migrations (timestamp, name) values (1, 'x')`,
  ])('may not: %s', async (statement) => {
    expect(await codeOf('platform', statement)).toBe('42501');
  });

  it('may read and write what its statements need', async () => {
    expect(await codeOf('platform', `delete from unit_record; update matter_record set title = title; select from migrations`)).toBe(
      'done',
    );
  });
});

describe('the account of the office’s own system', () => {
  const given = (id: string): string =>
    `insert into outbound (event_id, kind, record_key, body, happened_at) values ('${id}', 'K', '{1}', '{}', now())`;

  it('reads its records, and acknowledges what came back', async () => {
    await run(as('platform'), given('7d444840-9dc0-51d1-b245-5ffdce74fad2'));
    expect(await codeOf('system', 'select * from matter_record; update outbound set acknowledged_at = now()')).toBe('done');
  });

  it.each([
    'update matter_record set title = title',
    'delete from unit_record',
    'select * from sealed_part',
    'delete from change_feed',
    `update outbound set kind = 'other'`,
    'delete from outbound',
    given('7d444840-9dc0-51d1-b245-5ffdce74fad3'),
    'select * from secret.letters',
  ])('may not: %s', async (statement) => {
    expect(await codeOf('system', statement)).toBe('42501');
  });
});
