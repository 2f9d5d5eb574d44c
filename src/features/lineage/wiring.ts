import type { Sql } from '../../kernel/sql.js';
import type { GroundComparison, LineageReader } from './ports.js';
import { PgLineageReader } from './storage/lineage-reader.js';
import { Successions } from './successions.js';

export { lineageTables } from './storage/tables.js';

/** What lineage needs of the house. */
export interface LineageNeeds {
  readonly sql: Sql;
  readonly ground: GroundComparison;
}

/** What lineage offers. */
export interface LineageParts {
  readonly lineage: LineageReader;
  readonly successions: Successions;
}

/** Builds lineage over the city index. */
export function wireLineage({ sql, ground }: LineageNeeds): LineageParts {
  const lineage = new PgLineageReader(sql);
  return { lineage, successions: new Successions(lineage, ground) };
}
