import { CityError } from '../kernel/city-error.js';
import { sqlstateOf } from './sqlstate.js';

/**
 * Why a database of the platform is not open, as a word that may be told to anybody: not there, or there but wrong (`FAULTY`: for a
 * reason that only the log tells).
 */
export const databaseFaults = [
  'AWAY',
  'WRONG_ACCOUNT',
  'MISSING_DATABASE',
  'MISSING_RIGHTS',
  'NOT_UTF8',
  'OLD_SERVER',
  'BEHIND',
  'NEWER',
  'FAULTY',
] as const;

/** One of {@link databaseFaults}. */
export type DatabaseFault = (typeof databaseFaults)[number];

const mayNot = '42501';

/** Which fault of a database something thrown while it was opened tells of. */
export function databaseFaultOf(thrown: unknown): DatabaseFault {
  if (!(thrown instanceof CityError)) return 'FAULTY';
  const { reason } = thrown.details;
  const told = databaseFaults.find((fault) => fault === reason);
  if (told !== undefined) return told;
  if (sqlstateOf(thrown) === mayNot) return 'MISSING_RIGHTS';
  return ['UNAVAILABLE', 'TIMEOUT'].includes(thrown.code) ? 'AWAY' : 'FAULTY';
}
