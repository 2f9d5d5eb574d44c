import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { connectionSettings } from './connection-settings.js';
import { sqlOf } from './sql.js';
import { fromDatabase } from './sqlstate.js';

/** Any number that nothing else of the platform locks: the start of sha256('allgrid migrations'). */
const lockKey = 7_402_118_331;

/** Whether any listed migration has not run yet; two plain reads, so that a later start costs no lock. */
async function isBehind(dataSource: DataSource): Promise<boolean> {
  const sql = sqlOf(dataSource);
  const [found] = await sql.query<{ exists: boolean }>(`select to_regclass('migrations') is not null as exists`);
  const done = found!.exists ? await sql.query<{ name: string }>('select name from migrations') : [];
  const names = new Set(done.map((row) => row.name));
  return dataSource.migrations.some((migration) => !names.has(migration.name ?? migration.constructor.name));
}

/** The same database over one connection without a limit on time: building an index may take minutes. */
function patientTwin(dataSource: DataSource): DataSource {
  const { extra } = dataSource.options as { extra?: Readonly<Record<string, unknown>> };
  return new DataSource({
    ...dataSource.options,
    poolSize: 1,
    extra: { ...extra, ...connectionSettings(0), lock_timeout: 0 },
  } as DataSourceOptions);
}

async function alone<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: 'allgrid migrations' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function runPending(dataSource: DataSource): Promise<readonly string[]> {
  const twin = await patientTwin(dataSource).initialize();
  try {
    return (await twin.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
  } finally {
    await twin.destroy();
  }
}

/**
 * Brings a database to the newest schema, each migration in its own transaction; returns the names of those it ran, none when nothing was pending.
 * Processes that start together take turns. Throws the {@link CityError} of what failed; earlier migrations stay.
 */
export async function runMigrations(dataSource: DataSource): Promise<readonly string[]> {
  try {
    if (!(await isBehind(dataSource))) return [];
    const { url } = dataSource.options as { readonly url: string };
    return await alone(url, () => runPending(dataSource));
  } catch (thrown) {
    throw fromDatabase(thrown);
  }
}
