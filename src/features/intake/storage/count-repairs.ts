import type { Sql } from '../../../kernel/sql.js';

/** How many units hold a boundary that was ever set right when it arrived. */
export async function countRepairs(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ repairs: number }>(`select count(distinct (layer_key, local_id))::int as repairs from boundary_repair`);
  return row!.repairs;
}
