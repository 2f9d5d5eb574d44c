import type { Sql } from '../../../kernel/sql.js';

/** Where every building with an address code stands: what lists of buildings are compared by. */
export async function readBuildingPoints(
  sql: Sql,
): Promise<readonly { readonly code: string; readonly longitude: number; readonly latitude: number }[]> {
  return sql.query<{ code: string; longitude: number; latitude: number }>(
    `select facts ->> 'addressCode' as code, longitude, latitude from element
      where kind = 'BUILDING' and longitude is not null and latitude is not null and facts ->> 'addressCode' is not null order by 1`,
  );
}
