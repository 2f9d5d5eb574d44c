import type { Sql } from '../../../kernel/sql.js';
import type { RunStamp } from '../ports.js';
import type { QuarantinedRow } from '../rows/refusal.js';
import type { HomeRows } from '../runs/home-quarantine.js';

/** Refused rows of one file that stay home. */
interface RefusedAtHome {
  readonly file: string;
  readonly rows: readonly QuarantinedRow[];
}

/** Keeps the refused rows of a file in its office's own database, and clears what earlier runs kept of the same file. */
export async function writeHomeQuarantine(sql: Sql, { file, rows }: RefusedAtHome, { runId, now }: RunStamp): Promise<void> {
  await sql.query('update home_quarantine set cleared_at = $1, cleared_by = $2 where cleared_at is null and file = $3 and run_id <> $2', [
    now,
    runId,
    file,
  ]);
  if (rows.length === 0) return;
  await sql.query(
    `insert into home_quarantine (run_id, file, row_number, field, rule, remedy, quarantined_at)
       select $1, given.file, given."rowNumber", given.field, given.rule, given.remedy, $3
         from json_to_recordset($2::json) given (file text, "rowNumber" integer, field text, rule text, remedy text)`,
    [
      runId,
      JSON.stringify(rows.map(({ file: from, rowNumber, field, rule, remedy }) => ({ file: from, rowNumber, field, rule, remedy }))),
      now,
    ],
  );
}

/** Reads the refused rows of a front database that stay home. */
export const homeRows: HomeRows = {
  page: (sql, open, { first, after }) =>
    sql.query(
      `select id::text, run_id as "runId", file, row_number as "rowNumber", field, rule, remedy, quarantined_at as "quarantinedAt",
              cleared_at as "clearedAt", cleared_by as "clearedBy"
         from home_quarantine where (not $1 or cleared_at is null) and ($2::bigint is null or id < $2) order by home_quarantine.id desc limit $3`,
      [open, after, first],
    ),
};
