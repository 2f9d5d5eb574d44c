import { CityError } from '../kernel/city-error.js';
import type { Sql } from '../kernel/sql.js';

/** The oldest PostgreSQL the platform's SQL is written for. */
const oldestVersion = 15;

interface ServerFacts {
  readonly encoding: string;
  readonly version: number;
  readonly version_text: string;
}

const factsQuery = `
  select pg_encoding_to_char(encoding) as encoding, current_setting('server_version_num')::int as version, current_setting('server_version') as version_text
  from pg_database where datname = current_database()`;

function unfit(message: string, messageZh: string, hint: string, details: Readonly<Record<string, unknown>>): CityError {
  return new CityError({ code: 'UNAVAILABLE', fault: 'ours', message, messageZh, hint, details });
}

/** Throws `UNAVAILABLE` when a database cannot hold the platform's rows: not UTF-8, or a server older than PostgreSQL 15. */
export async function refuseUnfitDatabase(name: string, sql: Sql): Promise<void> {
  const facts = (await sql.query<ServerFacts>(factsQuery))[0]!;
  if (facts.encoding !== 'UTF8') {
    throw unfit(
      `Expected the database ${name} to be encoded in UTF8, found ${facts.encoding}.`,
      `数据库 ${name} 应为 UTF8 编码，实为 ${facts.encoding}。`,
      `Create it anew: create database … encoding 'UTF8' template template0.`,
      { database: name, encoding: facts.encoding, reason: 'NOT_UTF8' },
    );
  }
  if (Math.floor(facts.version / 10_000) < oldestVersion) {
    throw unfit(
      `Expected PostgreSQL ${oldestVersion} or newer for the database ${name}, found ${facts.version_text}.`,
      `数据库 ${name} 需要 PostgreSQL ${oldestVersion} 及以上版本，实为 ${facts.version_text}。`,
      'Move the database to a newer server, or unset its URL to use the embedded one.',
      { database: name, version: facts.version_text, reason: 'OLD_SERVER' },
    );
  }
}
