import { CityError } from '../../../kernel/city-error.js';

/** A refusal of credentials: why, in both languages; never anything of the credential itself. */
export function unauthenticated(why: string, whyZh: string): CityError {
  return new CityError({
    code: 'UNAUTHENTICATED',
    message: `Credentials: ${why}`,
    messageZh: `凭证：${whyZh}`,
    hint: 'Authorization: Bearer <token or key>; on WebSocket the same value as connection_init.payload.authorization.',
  });
}
