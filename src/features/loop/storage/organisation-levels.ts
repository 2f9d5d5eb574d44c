import type { Sql } from '../../../kernel/sql.js';

/** The levels of organisations, in order of their uuids; NONE for one that is unknown. */
export async function organisationLevels(sql: Sql, uuids: readonly string[]): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string; level: string }>('select id, level from organisation where id = any($1::uuid[])', [uuids]);
  const levels = new Map(rows.map(({ id, level }) => [id, level]));
  return uuids.map((uuid) => levels.get(uuid) ?? 'NONE');
}
