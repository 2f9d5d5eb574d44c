import type { IncomingHttpHeaders } from 'node:http';

import { checkedPurpose } from '../../features/access/index.js';
import { CityError } from '../../kernel/city-error.js';

const header = 'x-purpose';

/** The purpose that the header `x-purpose` states, percent-encoded as UTF-8; null where there is none. Throws `BAD_USER_INPUT` where it is no purpose. */
export function purposeOfHeader(headers: IncomingHttpHeaders): string | null {
  const given = headers[header];
  if (given === undefined) return null;
  return checkedPurpose(header, decoded(String(given)));
}

/** The purpose that a client states when it connects (`connection_init.payload.purpose`), else that of the header; throws as {@link purposeOfHeader} does. */
export function purposeOfSocket(payload: Readonly<Record<string, unknown>> | undefined, headers: IncomingHttpHeaders): string | null {
  const given = payload?.['purpose'];
  if (given === undefined || given === null) return purposeOfHeader(headers);
  return checkedPurpose('purpose', typeof given === 'string' ? given : '');
}

function decoded(text: string): string {
  // Headers carry no other letters: what was sent raw came as other letters than were written.
  if (!/^[\x20-\x7e]*$/.test(text)) throw notEncoded();
  try {
    return decodeURIComponent(text);
  } catch {
    throw notEncoded();
  }
}

function notEncoded(): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `${header}: expected percent-encoded UTF-8.`,
    messageZh: `${header}：应为百分号编码的 UTF-8。`,
    hint: 'encodeURIComponent writes it, e.g. %E8%81%94%E5%90%88%E8%B0%83%E8%A7%A3.',
  });
}
