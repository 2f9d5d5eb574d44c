import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { Client } from 'pg';

import { readConfig } from '../../src/config/read-config.js';
import { startEmbeddedServer } from '../../src/database/embedded/start-embedded-server.js';
import { silentLog } from '../../src/kernel/log.js';

/** A loaded city that every contender of a benchmark reads. */
export interface BenchCity {
  /** Address of the city index. */
  readonly indexUrl: string;
  /** Stops and removes what {@link openBenchCity} made; a database that was given stays as it is. */
  close(): Promise<void>;
}

/** The file that `npm start` runs. */
export const mainFile = resolve(__dirname, '..', '..', 'src', 'main.js');

/**
 * Opens the city index that `DATABASE_URL` names, or one of an embedded server in a folder of its own, and loads `CITY_PACK` into it
 * through the real import where it is empty. Statistics and visibility map are brought up to date, as autovacuum does in time.
 */
export async function openBenchCity(): Promise<BenchCity> {
  const { databaseUrl, cityPack } = readConfig();
  const server = databaseUrl === null ? await ownServer() : { indexUrl: databaseUrl, close: () => Promise.resolve() };
  try {
    if (await isEmpty(server.indexUrl)) importPack(cityPack, server.indexUrl);
    await onIndex(server.indexUrl, (client) => client.query('vacuum analyze'));
    return server;
  } catch (thrown) {
    await server.close();
    throw thrown;
  }
}

/** Runs `work` on one connection to a database. */
export async function onIndex<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ownServer(): Promise<BenchCity> {
  const directory = mkdtempSync(join(tmpdir(), 'allgrid-bench-'));
  const server = await startEmbeddedServer({ directory, log: silentLog });
  const close = async (): Promise<void> => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  await onIndex(server.url('postgres'), (client) => client.query('create database city_index'));
  return { indexUrl: server.url('city_index'), close };
}

async function isEmpty(url: string): Promise<boolean> {
  return onIndex(url, async (client) => {
    const { rows } = await client.query<{ table: string | null }>(`select to_regclass('unit')::text as table`);
    return rows[0]!.table === null || (await client.query('select from unit limit 1')).rowCount === 0;
  });
}

function importPack(pack: string, url: string): void {
  console.log(`Loading ${pack} …`);
  const env = { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error' };
  const { status } = spawnSync(process.execPath, [mainFile, 'import', pack], { env, stdio: 'inherit' });
  if (status !== 0 && status !== 1) throw new Error(`The import of ${pack} ended with exit code ${status}.`);
}
