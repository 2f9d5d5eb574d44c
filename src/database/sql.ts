import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

import type { Sql } from '../kernel/sql.js';
import { fromDatabase } from './sqlstate.js';

/** The connection pool under a data source; the driver declares it as anything. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { readonly master: Pool }).master;
}

/**
 * Statements on the pool of a data source, each in a transaction of its own, on whichever connection is free.
 * `bigint` and `numeric` arrive as strings, `date` as `YYYY-MM-DD`, `timestamptz` as Date; rows of RETURNING are rows too.
 */
export function sqlOf(dataSource: DataSource): Sql {
  const pool = poolOf(dataSource);
  return {
    query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) => {
      try {
        return (await pool.query<Row & Record<string, unknown>>(text, [...parameters])).rows as readonly Row[];
      } catch (thrown) {
        throw fromDatabase(thrown);
      }
    },
  };
}
