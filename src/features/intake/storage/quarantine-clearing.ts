import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { RunMark } from '../ports.js';
import type { TableRead } from '../rows/table-read.js';

/** The condition that a row is open and of an earlier run of the same office; a null department means the city's own files. */
const openBefore = (department: DepartmentCode | null): string =>
  `cleared_at is null and run_id <> $1 and department ${department === null ? 'is null and $2::text is null' : '= $2'}`;

/** Whether earlier rows of the run's office are open that have a record key. */
export async function hasOpenKeys(sql: Sql, { id, department }: RunMark): Promise<boolean> {
  const found = await sql.query(`select from quarantined_row where ${openBefore(department)} and record_key is not null limit 1`, [
    id,
    department,
  ]);
  return found.length > 0;
}

/** Marks the open rows of records that the run has accepted. */
export async function markByKeys(sql: Sql, { id, department }: RunMark, keys: readonly string[]): Promise<void> {
  await sql.query(`update quarantined_row set cleared_by = $1 where ${openBefore(department)} and record_key = any($3::text[])`, [
    id,
    department,
    keys,
  ]);
}

/** Marks the open rows of a table that the run has read; rows without a number only where it was read to its end. */
export async function markByTable(sql: Sql, { id, department }: RunMark, { file, part, brokenOffAt }: TableRead): Promise<void> {
  await sql.query(
    `update quarantined_row set cleared_by = $1
      where ${openBefore(department)} and file = $3 and part = $4 and ($5::integer is null or row_number <= $5)`,
    [id, department, file, part, brokenOffAt],
  );
}

/** Clears what a run has marked, now that it is done. */
export async function clearMarked(sql: Sql, runId: string, at: Date): Promise<void> {
  await sql.query('update quarantined_row set cleared_at = $2 where cleared_by = $1 and cleared_at is null', [runId, at]);
}

/** Takes back the marks of runs that did not come to their end. */
export async function dropClearings(sql: Sql, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return;
  await sql.query('update quarantined_row set cleared_by = null where cleared_by = any($1::uuid[]) and cleared_at is null', [runIds]);
}

/** Lets what failed runs refused not count as open; whoever asks for the run still sees it. */
export async function neverOpen(sql: Sql, runIds: readonly string[], at: Date): Promise<void> {
  if (runIds.length === 0) return;
  await sql.query('update quarantined_row set cleared_at = $2, cleared_by = run_id where run_id = any($1::uuid[]) and cleared_at is null', [
    runIds,
    at,
  ]);
}

/** Lets what a run refused count as open again: it was cut off, and goes on. */
export async function openAgain(sql: Sql, runId: string): Promise<void> {
  await sql.query('update quarantined_row set cleared_at = null, cleared_by = null where run_id = $1 and cleared_by = $1', [runId]);
}
