import type { Sql } from '../../../kernel/sql.js';

/** Whether any import into this city index has come to its end: only then is it said up to when an office is held. */
export async function hasFinishedImport(index: Sql): Promise<boolean> {
  const rows = await index.query('select from office_state where as_of is not null limit 1');
  return rows.length > 0;
}
