import { aes256Gcm } from './aes-256-gcm.js';
import type { Cipher } from './cipher.js';
import { sm4CtrHmacSm3 } from './sm4-ctr-hmac-sm3.js';

/** The suites that envelopes may name; a further one joins by a line here. */
export const suites: ReadonlyMap<string, Cipher> = new Map([aes256Gcm, sm4CtrHmacSm3].map((cipher) => [cipher.suite, cipher]));
