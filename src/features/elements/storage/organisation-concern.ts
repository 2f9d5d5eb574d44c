import { cityOwner } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Concern } from '../../access/index.js';

/** The offices that organisations represent, the city for those that represent none, and their divisions. */
export async function readOrganisationConcern(sql: Sql, uuids: readonly string[]): Promise<Concern> {
  const rows = await sql.query<{ owner: string; division: string | null }>(
    `select coalesce(department, $2) as owner, division_code as division from organisation where id = any($1::uuid[])`,
    [uuids, cityOwner],
  );
  return { owners: rows.map(({ owner }) => owner), divisions: rows.map(({ division }) => division) };
}
