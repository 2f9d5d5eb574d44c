import { Client } from 'pg';

import { CityError } from '../kernel/city-error.js';
import { addressOf, withDatabase } from './database-url.js';
import { fromDatabase, sqlstateOf } from './sqlstate.js';

const connectTimeoutMs = 5_000;
const noSuchDatabase = '3D000';
const wrongAccount: ReadonlySet<string | null> = new Set(['28P01', '28000']);
const createdMeanwhile: ReadonlySet<string | null> = new Set(['42P04', '23505']);
const mayNotCreate = '42501';

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>, connectMs = connectTimeoutMs): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectMs, application_name: 'allgrid set-up' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refusal(url: string, cause: unknown): unknown {
  const address = addressOf(url);
  if (wrongAccount.has(sqlstateOf(cause))) {
    return new CityError({
      code: 'UNAVAILABLE',
      fault: 'ours',
      cause,
      message: `Expected the server of ${address} to accept the account, but it refused user or password.`,
      messageZh: `${address} 的服务器拒绝了该账号或密码。`,
      hint: 'Correct user and password in the database URL.',
      details: { reason: 'WRONG_ACCOUNT' },
    });
  }
  const named = fromDatabase(cause);
  if (!(named instanceof CityError) || named.code !== 'UNAVAILABLE') return named;
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    cause,
    message: `Expected a PostgreSQL server at ${address}, but it cannot be reached.`,
    messageZh: `无法连接 ${address} 的 PostgreSQL 服务器。`,
    hint: 'Check host, port and that the server runs.',
    details: { reason: 'AWAY' },
  });
}

async function exists(url: string, connectMs: number): Promise<boolean> {
  try {
    return await withClient(url, () => Promise.resolve(true), connectMs);
  } catch (thrown) {
    if (sqlstateOf(thrown) === noSuchDatabase) return false;
    throw refusal(url, thrown);
  }
}

function missing(url: string, name: string, cause: unknown): CityError {
  const { username } = new URL(url);
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `Expected the database ${name} on ${new URL(url).host}; it is missing and the role ${username} may not create it.`,
    messageZh: `${new URL(url).host} 上缺少数据库 ${name}，且账号 ${username} 无权创建。`,
    hint: `As an administrator: create database "${name}" owner "${username}" encoding 'UTF8' template template0; or: alter role "${username}" createdb;`,
    details: { database: name, reason: 'MISSING_DATABASE' },
    cause,
  });
}

async function create(serverUrl: string, name: string): Promise<void> {
  try {
    await withClient(withDatabase(serverUrl, 'postgres'), async (client) =>
      client.query(`create database ${client.escapeIdentifier(name)} encoding 'UTF8' template template0`),
    );
  } catch (thrown) {
    const state = sqlstateOf(thrown);
    if (createdMeanwhile.has(state)) return;
    throw state === mayNotCreate ? missing(serverUrl, name, thrown) : refusal(serverUrl, thrown);
  }
}

/**
 * Makes sure that the server of `serverUrl` holds the database `name`: creates it (UTF-8) where it is missing and the account may.
 * Throws `UNAVAILABLE` that says what is missing: the server, the account, or the right to create, with the statement an administrator can run. A server that does not answer within `connectMs`
 * (5 s when left out) cannot be reached.
 */
export async function ensureDatabase(serverUrl: string, name: string, connectMs = connectTimeoutMs): Promise<void> {
  if (await exists(withDatabase(serverUrl, name), connectMs)) return;
  await create(serverUrl, name);
}
