import { createHmac, timingSafeEqual } from 'node:crypto';

const macBytes = 16;
const shortestSecret = 16;

/** A secret of the server, at least 16 bytes; a string counts as UTF-8. */
export type TokenSecret = string | Uint8Array;

/**
 * Wraps `bytes` into an opaque base64url text that only a holder of `secret` can make.
 * `purpose` keeps apart what one secret signs: a token made for one purpose does not open for another.
 * The bytes are signed, not hidden. Throws `RangeError` when the secret is shorter than 16 bytes.
 */
export function signToken(secret: TokenSecret, purpose: string, bytes: Uint8Array): string {
  return Buffer.concat([macOf(secret, purpose, bytes), bytes]).toString('base64url');
}

/** The bytes that {@link signToken} wrapped; `null` for any text that it did not make with this secret and purpose, to the last character. */
export function openToken(secret: TokenSecret, purpose: string, token: string): Uint8Array | null {
  const wrapped = Buffer.from(token, 'base64url');
  // The decoder forgives foreign characters and spare bits; a signed text has exactly one spelling.
  if (wrapped.length < macBytes || wrapped.toString('base64url') !== token) return null;
  const bytes = wrapped.subarray(macBytes);
  return timingSafeEqual(wrapped.subarray(0, macBytes), macOf(secret, purpose, bytes)) ? bytes : null;
}

function macOf(secret: TokenSecret, purpose: string, bytes: Uint8Array): Buffer {
  if (Buffer.byteLength(secret) < shortestSecret) {
    throw new RangeError(`A signing secret has at least ${shortestSecret} bytes, this one has ${Buffer.byteLength(secret)}.`);
  }
  return createHmac('sha256', secret).update(purpose).update('\0').update(bytes).digest().subarray(0, macBytes);
}
