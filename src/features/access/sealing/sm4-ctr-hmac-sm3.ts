import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Cipher } from './cipher.js';

const counterBytes = 16;
const tagBytes = 32;

/**
 * SM4 in counter mode (GB/T 32907-2016), then HMAC with SM3 (GB/T 32905-2016) over `about`, counter and text: Node has no SM4-GCM.
 * Both keys are drawn from the one given (HKDF with SM3); laid out counter, tag, text.
 */
export const sm4CtrHmacSm3: Cipher = {
  suite: 'sm4-ctr-hmac-sm3',

  seal(key, plain, about) {
    const keys = keysOf(key);
    const counter = randomBytes(counterBytes);
    const cipher = createCipheriv('sm4-ctr', keys.cipher, counter);
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([counter, tagOf(keys.tag, [about, counter, text]), text]);
  },

  open(key, sealed, about) {
    const keys = keysOf(key);
    const counter = sealed.subarray(0, counterBytes);
    const tag = sealed.subarray(counterBytes, counterBytes + tagBytes);
    const text = sealed.subarray(counterBytes + tagBytes);
    // Nothing is decrypted before it is known to be whole.
    if (tag.length !== tagBytes || !timingSafeEqual(tag, tagOf(keys.tag, [about, counter, text])))
      throw new Error('The tag does not match.');
    const decipher = createDecipheriv('sm4-ctr', keys.cipher, counter);
    return Buffer.concat([decipher.update(text), decipher.final()]);
  },
};

function keysOf(key: Buffer): { readonly cipher: Buffer; readonly tag: Buffer } {
  const drawn = Buffer.from(hkdfSync('sm3', key, '', 'allgrid sm4-ctr-hmac-sm3', 48));
  return { cipher: drawn.subarray(0, 16), tag: drawn.subarray(16) };
}

/** The parts are told apart by their lengths, so that none can lend bytes to its neighbour. */
function tagOf(key: Buffer, parts: readonly Buffer[]): Buffer {
  const hmac = createHmac('sm3', key);
  for (const part of parts) {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(part.length));
    hmac.update(length).update(part);
  }
  return hmac.digest();
}
