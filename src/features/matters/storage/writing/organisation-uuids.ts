import { CityError } from '../../../../kernel/city-error.js';
import type { Sql } from '../../../../kernel/sql.js';

/** The uuid of each organisation by its code; throws `NOT_FOUND` naming the codes that no organisation has. */
export async function organisationUuids(sql: Sql, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(codes)];
  const rows = await sql.query<{ id: string; code: string }>(`select id, code from organisation where code = any($1)`, [wanted]);
  const found = new Map(rows.map((row) => [row.code, row.id]));
  const missing = wanted.filter((code) => !found.has(code));
  if (missing.length === 0) return found;
  throw new CityError({
    code: 'NOT_FOUND',
    fault: 'department',
    message: `Expected organisations of the city's register, got codes that none of them has: ${missing.slice(0, 5).join(', ')}.`,
    messageZh: `应为本市登记的组织，以下代码均未登记：${missing.slice(0, 5).join('、')}。`,
    hint: 'Load the organisations first.',
  });
}
