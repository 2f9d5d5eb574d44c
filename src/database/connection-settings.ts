import { types } from 'pg';

const dateType = 1082;
const dateArrayType = 1182;
const textArrayType = 1009;
const asWritten = (text: string): string => text;
// The driver's type list names scalars only, its parsers know arrays too.
const parserOf = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => unknown;

/** PostgreSQL's `date` is a calendar date, not an instant: it stays `YYYY-MM-DD` instead of becoming a midnight of some zone. */
function parserFor(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === dateType) return asWritten;
  if (oid === dateArrayType) return parserOf(textArrayType);
  return parserOf(oid, format);
}

/** How the platform's connections read values. */
export const connectionTypes = { getTypeParser: parserFor };

/** Session settings that every connection of the platform is opened with; times in milliseconds, 0 means without end. */
export function connectionSettings(statementTimeoutMs: number): Readonly<Record<string, unknown>> {
  return {
    statement_timeout: statementTimeoutMs,
    lock_timeout: Math.min(statementTimeoutMs, 10_000),
    // A transaction somebody forgot would hold back vacuum and row locks for all.
    idle_in_transaction_session_timeout: 30_000,
    options: '-c timezone=UTC',
    keepAlive: true,
    types: connectionTypes,
  };
}
