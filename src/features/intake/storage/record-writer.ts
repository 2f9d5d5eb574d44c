import type { Sql } from '../../../kernel/sql.js';
import type { FeedKind } from '../ports.js';

/** A row of a table by column; JSON and arrays as they are. */
export type TableRow = Readonly<Record<string, unknown>>;

/** A table whose rows are replaced by key. */
export interface RecordTable {
  readonly table: string;
  readonly key: readonly string[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Which of `rows` the table does not hold with the same `content_hash`. */
export async function changedRows<Row extends TableRow>(
  sql: Sql,
  { table, key }: RecordTable,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  if (rows.length === 0) return [];
  const stamps = rows.map((row, position) => ({
    position,
    ...Object.fromEntries([...key, 'content_hash'].map((column) => [column, row[column]])),
  }));
  const matches = key.map((column) => `held.${quoted(column)} = given.${quoted(column)}`).join(' and ');
  const columns = key.map((column) => `given.${quoted(column)}::text`).join(', ');
  const found = await sql.query<Record<string, string>>(
    `select ${columns} from json_populate_recordset(null::${quoted(table)}, $1::json) given
       left join ${quoted(table)} held on ${matches} where held.content_hash is distinct from given.content_hash`,
    [JSON.stringify(stamps)],
  );
  const keys = new Set(found.map((row) => keyText(key, row)));
  return rows.filter((row) => keys.has(keyText(key, row)));
}

/** Inserts rows or replaces those with the same key. All rows must have the same columns, every column of the table among them. */
export async function putRows(sql: Sql, { table, key }: RecordTable, rows: readonly TableRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const others = Object.keys(first).filter((column) => !key.includes(column));
  const replaced = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  await sql.query(
    `insert into ${quoted(table)} select * from json_populate_recordset(null::${quoted(table)}, $1::json)
       on conflict (${key.map(quoted).join(', ')}) do ${others.length === 0 ? 'nothing' : `update set ${replaced}`}`,
    [JSON.stringify(rows)],
  );
}

/** Tells the feed that records changed. */
export async function feed(sql: Sql, kind: FeedKind, keys: readonly (readonly string[])[]): Promise<void> {
  if (keys.length === 0) return;
  await sql.query(
    `insert into change_feed (kind, record_key)
       select $1, array(select json_array_elements_text(entry.parts)) from json_array_elements($2::json) with ordinality entry (parts, position)
        order by entry.position`,
    [kind, JSON.stringify(keys)],
  );
}

/** The key of a row as texts, in the order of the table's key. */
export function keyOf({ key }: RecordTable, row: TableRow): readonly string[] {
  return key.map((column) => String(row[column]));
}

function keyText(key: readonly string[], row: TableRow): string {
  return JSON.stringify(key.map((column) => String(row[column])));
}
