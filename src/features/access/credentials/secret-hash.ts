import { createHash, timingSafeEqual } from 'node:crypto';

/** Digests that secrets of keys may be kept by: SHA-256 (FIPS 180-4), or SM3 (GB/T 32905-2016) where commercial cryptography of China is asked for. */
export const secretDigests = ['sha256', 'sm3'] as const;

/** One of {@link secretDigests}. */
export type SecretDigest = (typeof secretDigests)[number];

/**
 * What is kept of a secret, `<digest>:<hex>`. One round without salt is enough for 256 random bits: nobody guesses them, and equal ones do
 * not occur.
 */
export function hashOfSecret(secret: string, digest: SecretDigest = 'sha256'): string {
  return `${digest}:${createHash(digest).update(secret).digest('hex')}`;
}

/** Whether a secret is the one of a kept hash, by the digest that the hash names, in the same time wherever the two part. */
export function isSecretOf(secret: string, kept: string): boolean {
  const digest = secretDigests.find((name) => kept.startsWith(`${name}:`));
  if (digest === undefined) return false;
  const [given, wanted] = [Buffer.from(hashOfSecret(secret, digest)), Buffer.from(kept)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
