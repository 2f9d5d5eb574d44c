import { types } from 'node:util';

/** Node's names for a peer that is not there, or not there any more. */
const codes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Whether the connection failed rather than the statement. The driver reports a lost connection and an exhausted pool as a bare `Error`
 * without a code; everything the server says is a `DatabaseError` and everything the caller does wrong a `TypeError`, so that
 * a bare error that comes out of a database call can mean nothing else.
 */
export function isConnectionFailure(thrown: unknown): boolean {
  // Not `instanceof`: Node's own errors come from outside where tests run in a realm of their own.
  if (!types.isNativeError(thrown)) return false;
  const { code } = thrown as NodeJS.ErrnoException;
  return code === undefined ? thrown.name === 'Error' : codes.has(code);
}
