import type { Sql } from '../../../src/kernel/sql.js';

/** Every row of every table of a database as text, by table. */
export async function wholeDatabase(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const tables = await sql.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await sql.query<{ whole: string }>(`select whole::text from ${name} whole`);
    texts.set(name, rows.map(({ whole }) => whole).join('\n'));
  }
  return texts;
}
