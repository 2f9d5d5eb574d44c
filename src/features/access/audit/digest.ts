import { createHash } from 'node:crypto';

/** A hash function of the audit log. */
export interface Digest {
  /** Stands before each of its hashes, `sha256:…`. */
  readonly name: string;
  /** Of a text in UTF-8, in lower-case hex. */
  of(text: string): string;
}

/** The names of the digests that there are: SHA-256 (FIPS 180-4) and SM3 (GB/T 32905-2016). */
export const digestNames = ['sha256', 'sm3'] as const;

/** One of {@link digestNames}. */
export type DigestName = (typeof digestNames)[number];

/** The digest of that name; throws where the runtime's cryptography lacks it. */
export function digestNamed(name: DigestName): Digest {
  return { name, of: (text) => createHash(name).update(text, 'utf8').digest('hex') };
}

/** The digest that a hash like `sha256:…` was made with; null for another form. */
export function digestOfHash(hash: string): Digest | null {
  const name = digestNames.find((known) => hash.startsWith(`${known}:`));
  return name === undefined ? null : digestNamed(name);
}

/** A digest's hash of a text as it is kept, its name before it. */
export function hashOf(digest: Digest, text: string): string {
  return `${digest.name}:${digest.of(text)}`;
}
