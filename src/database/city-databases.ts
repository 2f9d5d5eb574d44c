import type { DataSource } from 'typeorm';

import type { Config } from '../config/config.js';
import type { Log } from '../kernel/log.js';
import type { InTransaction, Sql } from '../kernel/sql.js';
import { type DatabaseAddress, databaseUrls, urlOf } from './database-urls.js';
import { type EmbeddedServer, startEmbeddedServer } from './embedded/start-embedded-server.js';
import { ensureDatabase } from './ensure-database.js';
import { transactionsOn } from './in-transaction.js';
import type { StatementObserver } from './observed-client.js';
import { openDatabase } from './open-database.js';
import { runMigrations } from './run-migrations.js';
import type { MigrationClass, TableSchema } from './schema-parts.js';
import { sqlOf } from './sql.js';

/** One database of a city as others use it. */
export interface CityDatabase {
  readonly sql: Sql;
  readonly transaction: InTransaction;
  /** Full address with account; for connections that listen or hold locks. */
  readonly url: string;
}

/** What is in one database. */
export interface DatabaseContent {
  readonly tables: readonly TableSchema[];
  readonly migrations: readonly MigrationClass[];
}

/** What to open. */
export interface CityDatabasesPlan {
  readonly config: Config;
  readonly log: Log;
  readonly index: DatabaseContent;
  /** By office key. */
  readonly fronts: ReadonlyMap<string, DatabaseContent>;
  readonly observe?: StatementObserver;
}

/** All databases of a city, open and migrated. */
export interface CityDatabases {
  readonly index: CityDatabase;
  /** By office key. */
  readonly fronts: ReadonlyMap<string, CityDatabase>;
  /** Closes every pool, then stops the embedded server where this process was the last to use it. */
  close(): Promise<void>;
}

const indexPool = 12;
const frontPool = 4;

/** Starts the embedded server where one is needed, creates and migrates what is missing, and opens a data source for each database. */
export async function openCityDatabases(plan: CityDatabasesPlan): Promise<CityDatabases> {
  const { config, log } = plan;
  const addresses = databaseUrls(config, [...plan.fronts.keys()]);
  for (const office of addresses.unclaimed) log.warn({ office }, 'a <OFFICE>_DATABASE_URL names no office of this city');
  const embedded = addresses.needsEmbeddedServer ? await startEmbeddedServer({ directory: config.dataDir, log }) : null;
  const opened: DataSource[] = [];
  const close = async (): Promise<void> => {
    for (const source of opened) await source.destroy();
    await embedded?.stop();
  };
  const open = async (name: string, address: DatabaseAddress, content: DatabaseContent): Promise<CityDatabase> => {
    const source = await openOne({ name, address, content, embedded, plan });
    opened.push(source);
    return { sql: sqlOf(source), transaction: transactionsOn(source), url: urlOf(address, embedded) };
  };
  try {
    const index = await open('city-index', addresses.index, plan.index);
    const fronts = new Map<string, CityDatabase>();
    for (const [key, content] of plan.fronts) fronts.set(key, await open(key, addresses.fronts.get(key)!, content));
    return { index, fronts, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

interface OneDatabase {
  readonly name: string;
  readonly address: DatabaseAddress;
  readonly content: DatabaseContent;
  readonly embedded: EmbeddedServer | null;
  readonly plan: CityDatabasesPlan;
}

async function openOne({ name, address, content, embedded, plan }: OneDatabase): Promise<DataSource> {
  const url = urlOf(address, embedded);
  await ensureDatabase(url, address.database);
  const source = await openDatabase({
    name,
    url,
    entities: content.tables,
    migrations: content.migrations,
    log: plan.log,
    poolSize: name === 'city-index' ? indexPool : frontPool,
    ...(plan.observe ? { observe: plan.observe } : {}),
  });
  await runMigrations(source);
  return source;
}
