import type { TestPlatform } from '../platform.js';

/**
 * What the platform does by its own clock, whoever asks it: the tail of the event log asks once a second, as does what is owed to offices, refusals of a while are written to
 * the audit log in one go, and keys, grants, pinned documents and the working calendar are reread.
 */
const ownWork =
  /\bevent_stream\b|\bselect distinct department from outbound_step\b|\binsert into audit_entry\b|\bfrom sharing_grant where recorded_to is null|\bfrom access_key where revoked_at is null|\bfrom pinned_document order by added_at|\bselect city\.time_zone as "timeZone", array\(select year from holiday_year/;

/**
 * The SQL statements that `work` causes on a quiet platform, as `database: text` in the order sent. From the first call on the platform alarms
 * and folds figures no more: both work in transactions, whose ends tell no one whose they are.
 */
export async function statementsOf({ running, statements }: TestPlatform, work: () => Promise<unknown>): Promise<readonly string[]> {
  await Promise.all([running.places.settled(), running.alarms.stop(), running.flowFolder.stop()]);
  const before = statements.statements().length;
  await work();
  const sent = statements.statements().slice(before);
  return sent.filter(({ text }) => !ownWork.test(text)).map(({ database, text }) => `${database}: ${text.replace(/\s+/g, ' ')}`);
}

/** How many SQL statements `work` causes on a quiet platform. */
export async function countOf(platform: TestPlatform, work: () => Promise<unknown>): Promise<number> {
  return (await statementsOf(platform, work)).length;
}
