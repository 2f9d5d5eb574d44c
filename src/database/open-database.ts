import { Client } from 'pg';
import { DataSource } from 'typeorm';

import type { Log } from '../kernel/log.js';
import { connectionSettings } from './connection-settings.js';
import { refuseUnfitDatabase } from './fitness.js';
import { garbageProofClient } from './garbage-proof-client.js';
import { impatientClient } from './impatient-client.js';
import { observedClient, type StatementObserver } from './observed-client.js';
import { orderedMigrations } from './ordered-migrations.js';
import { ormLog } from './orm-log.js';
import { preparingClient } from './prepared.js';
import type { MigrationClass, TableSchema } from './schema-parts.js';
import { sqlOf } from './sql.js';
import { fromDatabase } from './sqlstate.js';

/** What {@link openDatabase} needs to know. */
export interface DatabaseOptions {
  /** Short name for logs, counts and `application_name`: `city-index` or the office's key. */
  readonly name: string;
  readonly url: string;
  readonly entities: readonly TableSchema[];
  readonly migrations: readonly MigrationClass[];
  readonly log: Log;
  /** Most connections at once. */
  readonly poolSize: number;
  /** A statement that runs longer is cut off with `TIMEOUT`; 30 s when left out. */
  readonly statementTimeoutMs?: number;
  /** Hears of every statement; see `countStatements`. */
  readonly observe?: StatementObserver;
}

const defaultStatementTimeoutMs = 30_000;
const connectTimeoutMs = 5_000;
/** How much longer than its own time-out a server may be silent. */
const silenceMs = 5_000;

function dataSourceOf(options: DatabaseOptions): DataSource {
  const statementTimeoutMs = options.statementTimeoutMs ?? defaultStatementTimeoutMs;
  const client = preparingClient(garbageProofClient(impatientClient(statementTimeoutMs + silenceMs, Client)));
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    migrations: [...orderedMigrations(options.migrations)],
    migrationsTableName: 'migrations',
    applicationName: `allgrid ${options.name}`,
    poolSize: options.poolSize,
    connectTimeoutMS: connectTimeoutMs,
    synchronize: false,
    installExtensions: false,
    logger: ormLog(options.name, options.log),
    // Without a handler a connection that dies while idle would end the process.
    poolErrorHandler: (cause: unknown) => {
      options.log.warn({ database: options.name, cause }, 'an idle database connection was lost');
    },
    extra: {
      ...connectionSettings(statementTimeoutMs),
      Client: options.observe ? observedClient({ database: options.name, observe: options.observe, base: client }) : client,
    },
  });
}

/**
 * Opens one database of the platform. Closing is `dataSource.destroy()`.
 * Throws `UNAVAILABLE` when it cannot be reached, is not UTF-8, or its server is older than PostgreSQL 15.
 */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const dataSource = dataSourceOf(options);
  try {
    await dataSource.initialize();
  } catch (thrown) {
    throw fromDatabase(thrown);
  }
  try {
    await refuseUnfitDatabase(options.name, sqlOf(dataSource));
    return dataSource;
  } catch (thrown) {
    await dataSource.destroy();
    throw thrown;
  }
}
