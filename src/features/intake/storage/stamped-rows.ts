import type { Sql } from '../../../kernel/sql.js';
import { keyOf, type RecordTable, type TableRow } from './record-writer.js';

/** Which rows their office stamped older than what the table holds under the same key; rows without a stamp are never older. */
export async function olderRows<Row extends TableRow>(
  sql: Sql,
  { table, key }: RecordTable,
  rows: readonly Row[],
): Promise<ReadonlySet<Row>> {
  const stamped = rows.filter(isStamped);
  if (stamped.length === 0) return new Set();
  const columns = key.map((column) => `given.${column}`).join(', ');
  const found = await sql.query<TableRow>(
    `select ${columns} from json_populate_recordset(null::${table}, $1::json) given join ${table} held using (${key.join(', ')})
      where held.updated_at > given.updated_at`,
    [JSON.stringify(stamped.map((row) => keyAndStamp(key, row)))],
  );
  const older = new Set(found.map((row) => JSON.stringify(keyOf({ table, key }, row))));
  return new Set(stamped.filter((row) => older.has(JSON.stringify(keyOf({ table, key }, row)))));
}

/** Notes that what is held was said again later, so that a row from in between is known to be older. */
export async function stampUnchanged(sql: Sql, { table, key }: RecordTable, rows: readonly TableRow[]): Promise<void> {
  const stamped = rows.filter(isStamped);
  if (stamped.length === 0) return;
  const matches = key.map((column) => `held.${column} = given.${column}`).join(' and ');
  await sql.query(
    `update ${table} held set updated_at = given.updated_at from json_populate_recordset(null::${table}, $1::json) given
      where ${matches} and (held.updated_at is null or held.updated_at < given.updated_at)`,
    [JSON.stringify(stamped.map((row) => keyAndStamp(key, row)))],
  );
}

const isStamped = (row: TableRow): boolean => row['updated_at'] !== null;

function keyAndStamp(key: readonly string[], row: TableRow): TableRow {
  return Object.fromEntries([...key, 'updated_at'].map((column) => [column, row[column]]));
}
