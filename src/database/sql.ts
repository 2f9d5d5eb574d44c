import type { Pool, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';

import { CityError } from '../kernel/city-error.js';
import type { Deadline } from '../kernel/deadline.js';
import type { Sql } from '../kernel/sql.js';
import { currentDeadline } from './current-deadline.js';
import { cutOffBy } from './cut-off.js';
import { fromDatabase, sqlstateOf } from './sqlstate.js';

/** The connection pool under a data source; the driver declares it as anything. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { readonly master: Pool }).master;
}

/** The full address of a data source's database. */
export function addressUrlOf({ options }: DataSource): string {
  return 'url' in options && options.url !== undefined ? options.url : '';
}

/**
 * Statements on the pool of a data source, each in a transaction of its own, on whichever connection is free.
 * `bigint` and `numeric` arrive as strings, `date` as `YYYY-MM-DD`, `timestamptz` as Date; rows of RETURNING are rows too.
 */
export function sqlOf(dataSource: DataSource): Sql {
  const pool = poolOf(dataSource);
  return {
    query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) => {
      const deadline = currentDeadline();
      try {
        const { rows } = await (deadline
          ? queryInTime({ dataSource, deadline }, text, parameters)
          : pool.query<Record<string, unknown>>(text, [...parameters]));
        return rows as readonly Row[];
      } catch (thrown) {
        throw fromDatabase(thrown);
      }
    },
  };
}

const cancelled = '57014';

/** As the pool's own `query`, on a connection that is known while the statement runs. */
async function queryInTime(
  { dataSource, deadline }: { readonly dataSource: DataSource; readonly deadline: Deadline },
  text: string,
  parameters: readonly unknown[],
): Promise<QueryResult<Record<string, unknown>>> {
  const client = await poolOf(dataSource).connect();
  // A lost connection fails the statement as well; without a listener its event would end the process.
  const heard = (): void => undefined;
  client.on('error', heard);
  let failure: unknown;
  try {
    return await cutOffBy(deadline, { connection: client, url: addressUrlOf(dataSource) }, () => client.query(text, [...parameters]));
  } catch (thrown) {
    failure = thrown;
    throw thrown;
  } finally {
    client.off('error', heard);
    client.release(isGoodAfter(failure) ? undefined : true);
  }
}

/** Whether a connection may serve others after this: one that was cut off, or was never used, is as good as new. */
function isGoodAfter(failure: unknown): boolean {
  return failure === undefined || failure instanceof CityError || sqlstateOf(failure) === cancelled;
}
