import { setTimeout as pause } from 'node:timers/promises';

import type { DataSource } from 'typeorm';

import type { Config } from '../config/config.js';
import { type Clock, systemClock } from '../kernel/clock.js';
import type { Log } from '../kernel/log.js';
import { databaseNameOf } from './database-url.js';
import { type DatabaseAddress, databaseUrls, urlOf } from './database-urls.js';
import { startEmbeddedServer } from './embedded/start-embedded-server.js';
import { ensureDatabase } from './ensure-database.js';
import type { CityDatabase, FrontDatabase } from './front-database.js';
import { transactionsOn } from './in-transaction.js';
import { installedSchema, refuseOtherSchema } from './installed-schema.js';
import { LateDatabase, type OpenedDatabase } from './late-database.js';
import { refuseMissingRights } from './missing-rights.js';
import type { StatementObserver } from './observed-client.js';
import { openDatabase } from './open-database.js';
import { runMigrations } from './run-migrations.js';
import type { MigrationClass, TableSchema } from './schema-parts.js';
import { sqlOf } from './sql.js';
import type { TableGrant } from './table-grant.js';

/** What is in one database. */
export interface DatabaseContent {
  readonly tables: readonly TableSchema[];
  readonly migrations: readonly MigrationClass[];
  /** Of the database of an office: what the platform's account needs there. */
  readonly grants?: readonly TableGrant[];
}

/** What to open. */
export interface CityDatabasesPlan {
  readonly config: Config;
  readonly log: Log;
  readonly index: DatabaseContent;
  /** By office key. */
  readonly fronts: ReadonlyMap<string, DatabaseContent>;
  readonly observe?: StatementObserver;
  readonly clock?: Clock;
}

/** All databases of a city: the index open and migrated, those of offices as soon as they are there. */
export interface CityDatabases {
  readonly index: CityDatabase;
  /** By office key. */
  readonly fronts: ReadonlyMap<string, FrontDatabase>;
  /** Closes every pool, then stops the embedded server where this process was the last to use it. */
  close(): Promise<void>;
}

const indexPool = 12;
const frontPool = 4;

/** How long the start waits for databases on offices' own servers together; what is not open by then is opened while others are served. */
const patienceMs = 10_000;
/** How long the server of an office may take to answer the door. */
const ownConnectMs = 2_000;

/**
 * Starts the embedded server where one is needed, creates and migrates what is missing, and opens a data source for each database.
 * The index and the fronts beside it must be there. A front on a server of its office's own is waited for for seconds at most.
 */
export async function openCityDatabases(plan: CityDatabasesPlan): Promise<CityDatabases> {
  const { config, log } = plan;
  const addresses = databaseUrls(config, [...plan.fronts.keys()]);
  for (const office of addresses.unclaimed) log.warn({ office }, 'a <OFFICE>_DATABASE_URL names no office of this city');
  const embedded = addresses.needsEmbeddedServer ? await startEmbeddedServer({ directory: config.dataDir, log }) : null;
  const closings: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(closings.map((closing) => closing()));
    await embedded?.stop();
  };
  const open = async (database: Named): Promise<CityDatabase> => {
    const opened = await openOne({ ...database, url: urlOf(database.address, embedded), plan });
    closings.push(() => opened.close());
    return { ...opened, url: urlOf(database.address, embedded) };
  };
  try {
    const index = await open({ name: 'city-index', address: addresses.index, content: plan.index });
    const fronts = new Map<string, FrontDatabase>();
    const late: Promise<void>[] = [];
    for (const [name, content] of plan.fronts) {
      const address = addresses.fronts.get(name)!;
      if (!address.isOwn) {
        fronts.set(name, { ...(await open({ name, address, content })), openingFault: () => null, opened: Promise.resolve() });
        continue;
      }
      const front = ownFront({ name, content, url: urlOf(address, embedded), plan });
      closings.push(() => front.close());
      fronts.set(name, front);
      late.push(front.begin());
    }
    await firstOf(Promise.all(late), patienceMs);
    return { index, fronts, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

interface Named {
  readonly name: string;
  readonly address: DatabaseAddress;
  readonly content: DatabaseContent;
}

interface OneDatabase extends Omit<Named, 'address'> {
  readonly url: string;
  readonly plan: CityDatabasesPlan;
}

/** Opens one database of a server that the platform knows as its own, created and migrated where it is not. */
async function openOne({ name, url, content, plan }: OneDatabase): Promise<OpenedDatabase> {
  await ensureDatabase(url, databaseNameOf(url));
  const source = await dataSourceOf({ name, url, content, plan });
  await closingOnFailure(source, () => runMigrations(source));
  return openedOn(source);
}

/** The front database on a server of the office's own: migrated where its account may, else held against what is needed. */
function ownFront({ name, url, content, plan }: OneDatabase): LateDatabase {
  const open = async (): Promise<OpenedDatabase> => {
    await ensureDatabase(url, databaseNameOf(url), ownConnectMs);
    const source = await dataSourceOf({ name, url, content, plan });
    await closingOnFailure(source, async () => {
      refuseOtherSchema(name, content.migrations, await installedSchema(source, content.migrations));
      await runMigrations(source);
      await refuseMissingRights(name, source, content.grants ?? []);
    });
    return openedOn(source);
  };
  return new LateDatabase({ name, url, open, clock: plan.clock ?? systemClock, log: plan.log });
}

function dataSourceOf({ name, url, content, plan }: OneDatabase): Promise<DataSource> {
  return openDatabase({
    name,
    url,
    entities: content.tables,
    migrations: content.migrations,
    log: plan.log,
    poolSize: name === 'city-index' ? indexPool : frontPool,
    ...(plan.observe ? { observe: plan.observe } : {}),
  });
}

async function closingOnFailure(source: DataSource, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    await source.destroy();
    throw thrown;
  }
}

function openedOn(source: DataSource): OpenedDatabase {
  return { sql: sqlOf(source), transaction: transactionsOn(source), close: () => source.destroy() };
}

async function firstOf(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const overdue = new AbortController();
  const end = pause(milliseconds, undefined, { signal: overdue.signal }).catch(() => undefined);
  await Promise.race([work, end]);
  overdue.abort();
}
