import type { Sql } from '../../../kernel/sql.js';

const decisionLock = 7_402_118_342;

/** Waits until nobody else decides or publishes; keeps others waiting until the caller's transaction ends. */
export async function lockDecisions(sql: Sql): Promise<void> {
  await sql.query('select pg_advisory_xact_lock($1)', [decisionLock]);
}
