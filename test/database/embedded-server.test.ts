import { readFile, stat } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { type EmbeddedServer, startEmbeddedServer } from '../../src/database/embedded/start-embedded-server.js';
import { silentLog } from '../../src/kernel/log.js';
import { withClient } from '../support/database/with-client.js';
import { ownDirectory, removeDirectory } from '../support/embedded/own-directory.js';

let directory: string;
let server: EmbeddedServer;

beforeAll(async () => {
  directory = await ownDirectory();
  server = await startEmbeddedServer({ directory, log: silentLog });
});

afterAll(async () => {
  await server.stop();
  await removeDirectory(directory);
});

async function rowOf(text: string): Promise<Readonly<Record<string, unknown>>> {
  return withClient(server.url('postgres'), async (client) => (await client.query<Record<string, unknown>>(text)).rows[0]!);
}

async function canConnect(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: server.port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

describe('a server started in an empty directory', () => {
  it('holds UTF-8 text that sorts and compares by code point on every machine', async () => {
    const row = await rowOf(
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale from pg_database where datname = 'template1'`,
    );
    expect(row).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
  });

  it('finds the characters of Chinese text for a trigram index', async () => {
    await rowOf('create extension pg_trgm');
    expect(await rowOf(`select cardinality(show_trgm('网格平台')) as trigrams`)).toEqual({ trigrams: 5 });
  });

  it('keeps times in UTC', async () => {
    expect(await rowOf(`select current_setting('timezone') as zone`)).toEqual({ zone: 'UTC' });
  });

  it('syncs what it acknowledges', async () => {
    expect(await rowOf(`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`)).toEqual({
      fsync: 'on',
      commit: 'on',
    });
  });

  it('lets nobody in without the generated password', async () => {
    const url = new URL(server.url('postgres'));
    for (const password of ['', 'password', 'postgres']) {
      url.password = password;
      const client = new Client({ connectionString: url.href, password });
      await expect(client.connect()).rejects.toThrow();
      await client.end().catch(() => undefined);
    }
    expect(await rowOf(`select left(rolpassword, 13) as kind from pg_authid where rolname = current_user`)).toEqual({
      kind: 'SCRAM-SHA-256',
    });
  });

  it('keeps the password in a file that only its user can read', async () => {
    const path = join(directory, 'postgres.password');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).trim()).toBe(new URL(server.url('postgres')).password);
  });

  it('answers on the loopback address and on no other', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((face) => face && !face.internal && face.family === 'IPv4')
      .map((face) => face!.address);
    expect(await canConnect('127.0.0.1')).toBe(true);
    expect(await Promise.all(others.map(canConnect))).toEqual(others.map(() => false));
    expect(await rowOf(`select current_setting('listen_addresses') as tcp, current_setting('unix_socket_directories') as sockets`)).toEqual(
      { tcp: '127.0.0.1', sockets: '' },
    );
  });

  it('does not write statements into its log, which may hold sealed text', async () => {
    await expect(rowOf(`select 'sealed-name' from no_such_table`)).rejects.toThrow();
    expect(await readFile(join(directory, 'postgres.log'), 'utf8')).not.toContain('sealed-name');
  });
});
