/**
 * One authenticated way to encrypt: what is opened with another key, about another record, or changed by one bit, fails.
 * Keys are 32 bytes whatever the suite.
 */
export interface Cipher {
  /** Its name in envelopes; never given to anything else later. */
  readonly suite: string;
  /** Encrypts; `about` is bound to the answer without being in it. */
  seal(key: Buffer, plain: Buffer, about: Buffer): Buffer;
  /** Decrypts; throws where key, text or `about` is not what it was sealed with. */
  open(key: Buffer, sealed: Buffer, about: Buffer): Buffer;
}

/** Length of every key, bytes. */
export const keyBytes = 32;
