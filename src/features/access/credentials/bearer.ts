import { unauthenticated } from './unauthenticated.js';

/** What no honest token or key is longer than; header lines end at 16 KiB anyway. */
const longestCredential = 8_192;

/** The credential of an `Authorization` header (RFC 6750, 2.1); throws `UNAUTHENTICATED` for any other scheme and for what is no credential. */
export function bearerOf(authorization: string): string {
  const credential = authorization.length > longestCredential ? undefined : /^bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
  if (credential !== undefined) return credential;
  throw unauthenticated('expected Authorization: Bearer <token or key>, got something else.', '应为 Authorization: Bearer <令牌或密钥>。');
}
