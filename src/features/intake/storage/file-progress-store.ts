import type { Sql } from '../../../kernel/sql.js';
import type { FeedKind, FileProgress, ProgressBook, RunStamp } from '../ports.js';

/** How far files have been taken, beside the records that they brought. */
export const fileProgressStore: ProgressBook = {
  async find(sql, fileKey) {
    const [row] = await sql.query<FileProgress>(
      'select run_id as "runId", state, rows_taken as "rowsTaken", totals from file_progress where file_key = $1',
      [fileKey],
    );
    return row ?? null;
  },

  async note(sql, { fileKey, kind }, { runId, state, rowsTaken, totals }) {
    await sql.query(
      `insert into file_progress (file_key, kind, run_id, state, rows_taken, totals, noted_at) values ($1, $2, $3, $4, $5, $6, now())
         on conflict (file_key) do update set kind = excluded.kind, run_id = excluded.run_id, state = excluded.state,
           rows_taken = excluded.rows_taken, totals = excluded.totals, noted_at = excluded.noted_at`,
      [fileKey, kind, runId, state, rowsTaken, JSON.stringify(totals)],
    );
  },

  async settle(sql, runId) {
    await sql.query(`update file_progress set state = 'SETTLED' where run_id = $1`, [runId]);
  },

  async forget(sql, runId) {
    await sql.query('delete from file_progress where run_id = $1', [runId]);
  },
};

/** Forgets how far the files of other runs were taken: what they said of this kind is no longer the last word. */
export async function forgetOtherFiles(sql: Sql, kind: FeedKind, { runId }: RunStamp): Promise<void> {
  await sql.query('delete from file_progress where kind = $1 and run_id <> $2', [kind, runId]);
}
