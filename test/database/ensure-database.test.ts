import { randomBytes } from 'node:crypto';

import { ensureDatabase } from '../../src/database/ensure-database.js';
import { dropDatabase } from '../support/database/clone-database.js';
import { clusterUrl, onCluster } from '../support/database/cluster-address.js';
import { withClient } from '../support/database/with-client.js';

const role = `plain_${randomBytes(4).toString('hex')}`;
const name = `city_${randomBytes(4).toString('hex')}`;

function asPlainRole(): string {
  const url = new URL(clusterUrl());
  url.username = role;
  url.password = 'plain';
  return url.href;
}

beforeAll(() => withClient(clusterUrl(), (client) => client.query(`create role ${role} login password 'plain'`)));
afterEach(() => dropDatabase(name));
afterAll(() => withClient(clusterUrl(), (client) => client.query(`drop role ${role}`)));

async function encodingOf(database: string): Promise<unknown> {
  return withClient(
    clusterUrl(),
    async (client) =>
      (
        await client.query<{ encoding: string }>('select pg_encoding_to_char(encoding) as encoding from pg_database where datname = $1', [
          database,
        ])
      ).rows[0]?.encoding,
  );
}

describe('a database that must be there', () => {
  it('is created in UTF-8 when the account may', async () => {
    await ensureDatabase(clusterUrl(), name);
    expect(await encodingOf(name)).toBe('UTF8');
  });

  it('is created once when several processes ask at the same time', async () => {
    await Promise.all(Array.from({ length: 4 }, () => ensureDatabase(clusterUrl(), name)));
    expect(await encodingOf(name)).toBe('UTF8');
  });

  it('is left as it is when it exists, even for an account that may not create', async () => {
    await ensureDatabase(clusterUrl(), name);
    await withClient(onCluster(name), (client) => client.query('create table kept (id int)'));
    await ensureDatabase(asPlainRole(), name);
    expect(await withClient(onCluster(name), async (client) => (await client.query('select * from kept')).rowCount)).toBe(0);
  });

  it('is named, with the statement that makes it, when the account may not create it', async () => {
    await expect(ensureDatabase(asPlainRole(), name)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: `Expected the database ${name} on ${new URL(clusterUrl()).host}; it is missing and the role ${role} may not create it.`,
      hint: `As an administrator: create database "${name}" owner "${role}" encoding 'UTF8' template template0; or: alter role "${role}" createdb;`,
    });
    expect(await encodingOf(name)).toBeUndefined();
  });

  it('says that the account is wrong, without its password', async () => {
    const url = asPlainRole().replace(':plain@', ':guessed@');
    const thrown: unknown = await ensureDatabase(url, name).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('refused user or password') });
    expect(String(thrown)).not.toContain('guessed');
  });

  it('says that the server is away', async () => {
    await expect(ensureDatabase('postgres://u:p@127.0.0.1:1/city', name)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: `Expected a PostgreSQL server at 127.0.0.1:1/${name}, but it cannot be reached.`,
    });
  });
});
