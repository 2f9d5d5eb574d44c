import { uuidOf } from '../../../kernel/ids.js';

/** The uuid of an organisation: equal issuer, scheme and code give the equal uuid for ever. */
export function organisationUuid(issuer: string, scheme: string, code: string): string {
  return uuidOf('organisation', issuer, scheme, code);
}
