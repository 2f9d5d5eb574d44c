import { statfsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { cityIndexMigrations } from '../../migrations/city-index/index.js';
import { packageRoot } from '../../src/config/package-root.js';
import { startEmbeddedServer } from '../../src/database/embedded/start-embedded-server.js';
import { openDatabase } from '../../src/database/open-database.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import { silentLog } from '../../src/kernel/log.js';
import { onIndex } from '../city/bench-city.js';
import { generateMatters } from './generated-matters.js';

/** What a generated matter with its steps takes on the disk, bytes, journal included. */
const bytesOfMatter = 5_000;

/** The server of the generated indexes; what it holds is kept for the next run. */
export interface KeptServer {
  /** The address of an index of so many matters, made where there is none of today's schema. */
  index(count: number): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the server in `.cache/bench-matters`. */
export async function openKeptServer(): Promise<KeptServer> {
  const directory = join(packageRoot(), '.cache', 'bench-matters');
  await mkdir(directory, { recursive: true });
  const server = await startEmbeddedServer({ directory, log: silentLog });
  const schema = /\d{13}$/.exec(cityIndexMigrations.at(-1)!.name)![0];
  return {
    index: async (count) => {
      // Filled under another name, so that what was broken off is never taken for whole.
      const [name, filling] = [`matters_${count}_${schema}`, `filling_${count}_${schema}`];
      if (!(await exists(server.url('postgres'), name))) {
        refuseFullDisk(directory, count);
        await onIndex(server.url('postgres'), async (client) => {
          await client.query(`drop database if exists ${filling}`);
          await client.query(`create database ${filling}`);
        });
        await migrate(server.url(filling));
        await onIndex(server.url(filling), (client) => generateMatters(client, count));
        await onIndex(server.url('postgres'), (client) => client.query(`alter database ${filling} rename to ${name}`));
      }
      return server.url(name);
    },
    stop: () => server.stop(),
  };
}

async function exists(url: string, name: string): Promise<boolean> {
  return onIndex(url, async (client) => (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1);
}

async function migrate(url: string): Promise<void> {
  const dataSource = await openDatabase({
    name: 'city-index',
    url,
    entities: [],
    migrations: cityIndexMigrations,
    log: silentLog,
    poolSize: 2,
  });
  await runMigrations(dataSource).finally(() => dataSource.destroy());
}

function refuseFullDisk(directory: string, count: number): void {
  const { bavail, bsize } = statfsSync(directory);
  const [free, needed] = [bavail * bsize, count * bytesOfMatter];
  if (free < needed * 1.2)
    throw new Error(
      `Expected ${Math.ceil((needed * 1.2) / 2 ** 30)} GiB free in ${directory} for ${count} matters, found ${Math.floor(free / 2 ** 30)} GiB.`,
    );
}
