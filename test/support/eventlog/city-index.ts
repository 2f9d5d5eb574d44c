import type { DataSource } from 'typeorm';

import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { transactionsOn } from '../../../src/database/in-transaction.js';
import { openDatabase } from '../../../src/database/open-database.js';
import { runMigrations } from '../../../src/database/run-migrations.js';
import { sqlOf } from '../../../src/database/sql.js';
import { silentLog } from '../../../src/kernel/log.js';
import type { InTransaction, Sql } from '../../../src/kernel/sql.js';
import { cloneDatabase, type ClonedDatabase } from '../database/clone-database.js';
import { templateOf } from '../database/template-of.js';
import { withClient } from '../database/with-client.js';

/** A city index of one test alone, opened as the platform opens it. */
export interface TestCityIndex {
  readonly url: string;
  readonly sql: Sql;
  readonly transaction: InTransaction;
  /** Closes the connections; `drop` as well removes the database. */
  close(): Promise<void>;
  drop(): Promise<void>;
}

function open(url: string): Promise<DataSource> {
  return openDatabase({ name: 'city-index', url, entities: [], migrations: cityIndexMigrations, log: silentLog, poolSize: 20 });
}

async function migrate(url: string): Promise<void> {
  const dataSource = await open(url);
  await runMigrations(dataSource).finally(() => dataSource.destroy());
}

async function opened(database: ClonedDatabase): Promise<TestCityIndex> {
  const dataSource = await open(database.url);
  const close = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  return {
    url: database.url,
    sql: sqlOf(dataSource),
    transaction: transactionsOn(dataSource),
    close,
    drop: async () => {
      await close();
      await database.drop();
    },
  };
}

/** Makes a fresh city index with every migration run. */
export async function aCityIndex(): Promise<TestCityIndex> {
  return opened(await cloneDatabase(await templateOf('event-log', migrate)));
}

/** Makes a copy, as a dump restored elsewhere would be; `original` must be closed. */
export async function aCopyOf(original: TestCityIndex): Promise<TestCityIndex> {
  const name = new URL(original.url).pathname.slice(1);
  const elsewhere = Object.assign(new URL(original.url), { pathname: '/postgres' }).href;
  // A server process may outlive its connection by a moment, and the server copies no database in use.
  await withClient(elsewhere, (client) =>
    client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [name]),
  );
  return opened(await cloneDatabase(name));
}
