import { type PushReceipt, type PushReceipts, receiptDays } from '../push/push-receipts.js';

/** What pushes were answered, in a front database. */
export const pushReceipts: PushReceipts = {
  async find(sql, { account, key }) {
    const [receipt] = await sql.query<PushReceipt>(
      `select account, key, input_hash as "inputHash", run_id as "runId", words, refusals from push_receipt where account = $1 and key = $2`,
      [account, key],
    );
    return receipt ?? null;
  },

  async put(sql, { account, key, inputHash, runId, words, refusals }, at) {
    await sql.query(
      `insert into push_receipt (account, key, input_hash, run_id, words, refusals, taken_at) values ($1, $2, $3, $4, $5, $6::json, $7)`,
      [account, key, inputHash, runId, words, JSON.stringify(refusals), at],
    );
    await sql.query(`delete from push_receipt where account = $1 and taken_at < $2::timestamptz - make_interval(days => $3)`, [
      account,
      at,
      receiptDays,
    ]);
  },
};
