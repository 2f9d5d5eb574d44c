import type { Config } from '../config/config.js';
import { databaseNameOf, withDatabase } from './database-url.js';

/** Where one database of the platform lives. */
export interface DatabaseAddress {
  /** The database's own name on its server. */
  readonly database: string;
  /** Full address with account; null where the embedded server holds it. */
  readonly url: string | null;
  /** Whether an office names it itself: its server may be away while the platform serves. */
  readonly isOwn: boolean;
}

/** Where all databases of a city live. */
export interface DatabaseAddresses {
  readonly index: DatabaseAddress;
  /** By office key, e.g. `urban-management`, in the order the offices were given. */
  readonly fronts: ReadonlyMap<string, DatabaseAddress>;
  /** Whether any of them is on the embedded server. */
  readonly needsEmbeddedServer: boolean;
  /** Keys of `<OFFICE>_DATABASE_URL` variables that no office claims: most likely misspelt. */
  readonly unclaimed: readonly string[];
}

/** The part of a server that {@link urlOf} asks. */
interface ServesDatabases {
  url(databaseName: string): string;
}

const underscored = (office: string): string => office.replaceAll('-', '_');

function frontAddress(config: Pick<Config, 'databaseUrl' | 'officeDatabaseUrls'>, office: string): DatabaseAddress {
  const own = config.officeDatabaseUrls.get(office);
  if (own !== undefined) return { database: databaseNameOf(own), url: own, isOwn: true };
  if (config.databaseUrl === null) return { database: `front_${underscored(office)}`, url: null, isOwn: false };
  const database = `${databaseNameOf(config.databaseUrl)}_${underscored(office)}`;
  return { database, url: withDatabase(config.databaseUrl, database), isOwn: false };
}

/**
 * Names the databases of the city index and of each office. Without `DATABASE_URL`: `city_index` and `front_<office>` on the embedded server;
 * with it: the named one and `<name>_<office>` beside it. `<OFFICE>_DATABASE_URL` overrides one office. Hyphens become underscores.
 */
export function databaseUrls(config: Pick<Config, 'databaseUrl' | 'officeDatabaseUrls'>, offices: readonly string[]): DatabaseAddresses {
  const index =
    config.databaseUrl === null
      ? { database: 'city_index', url: null, isOwn: false }
      : { database: databaseNameOf(config.databaseUrl), url: config.databaseUrl, isOwn: false };
  const fronts = new Map(offices.map((office) => [office, frontAddress(config, office)]));
  return {
    index,
    fronts,
    needsEmbeddedServer: [index, ...fronts.values()].some((address) => address.url === null),
    unclaimed: [...config.officeDatabaseUrls.keys()].filter((office) => !fronts.has(office)),
  };
}

/** The full address of a database; `embedded` may be null where none is on the embedded server. */
export function urlOf(address: Pick<DatabaseAddress, 'database' | 'url'>, embedded: ServesDatabases | null): string {
  const url = address.url ?? embedded?.url(address.database);
  if (url === undefined) throw new TypeError(`The database ${address.database} is on the embedded server, which was not started.`);
  return url;
}
