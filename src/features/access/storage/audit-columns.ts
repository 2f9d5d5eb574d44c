import type { StoredEntry } from '../audit/stored-entry.js';

/** The columns of an entry `e` as a {@link StoredEntry}; times as text, to the microsecond. */
export const entryColumns = `
  e.id::text as id, to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "happenedAt", e.kind, e.subject, e.role,
  e.department, e.office, e.act, e.what, e.outcome, e.purpose, e.rule, e.document, e.request_id as "requestId"`;

/** The members of a row that {@link entryColumns} are, and nothing else of it: what is hashed. */
export function entryOf(row: StoredEntry): StoredEntry {
  const { id, happenedAt, kind, subject, role, department, office, act, what, outcome, purpose, rule, document, requestId } = row;
  return { id, happenedAt, kind, subject, role, department, office, act, what, outcome, purpose, rule, document, requestId };
}
