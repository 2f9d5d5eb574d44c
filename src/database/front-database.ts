import type { InTransaction, Sql } from '../kernel/sql.js';
import type { DatabaseFault } from './database-fault.js';

/** One database of a city as others use it. */
export interface CityDatabase {
  readonly sql: Sql;
  readonly transaction: InTransaction;
  /** Full address with account; for connections that listen or hold locks. */
  readonly url: string;
}

/** Why the database of an office could not be opened yet, and since when it is so. */
export interface OpeningFault {
  readonly reason: DatabaseFault;
  readonly since: Date;
}

/** One office's database: there from the first moment, though its server may come later. Until then its statements throw `UNAVAILABLE` at once. */
export interface FrontDatabase extends CityDatabase {
  /** What keeps it from being opened; null once it was open, whatever becomes of its server later. */
  openingFault(): OpeningFault | null;
  /** Resolves when it is open for the first time. */
  readonly opened: Promise<void>;
}
