import { randomBytes } from 'node:crypto';

/** A key as its holder writes it, in two parts. */
export interface KeyText {
  readonly id: string;
  /** 256 random bits in base64url. */
  readonly secret: string;
}

/** What every key begins with, so that it is known in a leak, and from a token. */
export const keyPrefix = 'key_';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const idLength = 12;

/** Draws a new key. */
export function drawKey(): KeyText {
  const id = [...randomBytes(idLength)].map((byte) => letters[byte % letters.length]!).join('');
  return { id, secret: randomBytes(32).toString('base64url') };
}

/** A key as one text, `key_<id>_<secret>`. */
export function writeKey({ id, secret }: KeyText): string {
  return `${keyPrefix}${id}_${secret}`;
}

/** The parts of a key; null for a text that is none. */
export function readKey(text: string): KeyText | null {
  const parts = /^key_([a-z0-9]{12})_([\w-]{43})$/.exec(text);
  return parts && { id: parts[1]!, secret: parts[2]! };
}
