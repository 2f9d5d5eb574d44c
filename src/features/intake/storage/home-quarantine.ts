import type { Sql } from '../../../kernel/sql.js';
import type { RunStamp } from '../ports.js';
import type { QuarantinedRow } from '../rows/refusal.js';

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
