import type { Sql } from '../../../kernel/sql.js';
import type { ReadNewestRun } from '../report/ports.js';

/** Reads from the city index when the crosswalk was computed last. */
export function newestRunReader(sql: Sql): ReadNewestRun {
  return async (knownAt) => {
    const [row] = await sql.query<{ computedAt: Date | null }>(
      `select max(computed_at) as "computedAt" from crosswalk_run where $1::timestamptz is null or computed_at <= $1`,
      [knownAt],
    );
    return row!.computedAt;
  };
}
