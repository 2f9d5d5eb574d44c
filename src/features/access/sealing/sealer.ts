import { createHmac, randomBytes } from 'node:crypto';

import { CityError } from '../../../kernel/city-error.js';
import { type Cipher, keyBytes } from './cipher.js';
import type { Envelope } from './envelope.js';
import type { KeyRing, SealingKey } from './key-ring.js';
import { type SealedKey, sealedKeyText, type SealedPart } from './sealed-part.js';
import { suites } from './suites.js';

const version = 1;

/** What a {@link Sealer} works with. */
export interface SealerParts {
  /** Key of the office, e.g. `petition`; bound into everything that is sealed. */
  readonly office: string;
  readonly keys: KeyRing;
  /** How new parts are sealed; older ones open by the suite that they name. */
  readonly cipher: Cipher;
}

/** Seals and opens one office's parts: each under a data key of its own, wrapped in the office's key, bound to office, record and version. */
export class Sealer {
  constructor(private readonly parts: SealerParts) {}

  /** Id of the key that new parts are sealed under. */
  get currentKeyId(): string {
    return this.parts.keys.current.id;
  }

  seal(record: SealedKey, part: SealedPart): Envelope {
    const { cipher, keys } = this.parts;
    const about = this.#about(record, version);
    const dataKey = randomBytes(keyBytes);
    return {
      suite: cipher.suite,
      keyId: keys.current.id,
      version,
      wrappedKey: cipher.seal(keys.current.bytes, dataKey, about).toString('base64'),
      body: cipher.seal(dataKey, Buffer.from(JSON.stringify(part)), about).toString('base64'),
    };
  }

  /** Opens a part; throws `INTERNAL` where the key is not there, or text, record or office is not what was sealed. */
  open(record: SealedKey, envelope: Envelope): SealedPart {
    const { cipher, dataKey, about } = this.#unwrap(record, envelope);
    return attempted(() => JSON.parse(cipher.open(dataKey, Buffer.from(envelope.body, 'base64'), about).toString()) as SealedPart);
  }

  /** The same part under the key of today, its text untouched; throws as {@link open} does. */
  rewrap(record: SealedKey, envelope: Envelope): Envelope {
    const { current } = this.parts.keys;
    if (envelope.keyId === current.id) return envelope;
    const { cipher, dataKey, about } = this.#unwrap(record, envelope);
    return { ...envelope, keyId: current.id, wrappedKey: cipher.seal(current.bytes, dataKey, about).toString('base64') };
  }

  /**
   * The fingerprint of sealed content: equal for equal content, and without the office's key good for no guess. A plain hash of a
   * telephone number is the number.
   */
  fingerprint(content: unknown): string {
    return this.#keyed(content).toString('base64url');
  }

  /** An id that means the same as `content` to whoever has the office's key, and nothing to anybody else. */
  opaqueId(content: unknown): string {
    const hex = this.#keyed(['opaque id', content]).toString('hex');
    // Version 8 of RFC 9562: a uuid made by a rule of one's own.
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  #keyed(content: unknown): Buffer {
    return createHmac('sha256', this.parts.keys.fingerprintKey).update(JSON.stringify(content)).digest();
  }

  #unwrap(record: SealedKey, envelope: Envelope): { readonly cipher: Cipher; readonly dataKey: Buffer; readonly about: Buffer } {
    const cipher = suites.get(envelope.suite);
    const key: SealingKey | null = this.parts.keys.find(envelope.keyId);
    if (!cipher || !key) throw cannotOpen(new Error(`suite ${envelope.suite}, key ${envelope.keyId}`));
    const about = this.#about(record, envelope.version);
    return { cipher, about, dataKey: attempted(() => cipher.open(key.bytes, Buffer.from(envelope.wrappedKey, 'base64'), about)) };
  }

  #about(record: SealedKey, shape: number): Buffer {
    return Buffer.from(JSON.stringify(['allgrid sealed part', this.parts.office, sealedKeyText(record), shape]));
  }
}

function attempted<Value>(open: () => Value): Value {
  try {
    return open();
  } catch (thrown) {
    throw cannotOpen(thrown);
  }
}

function cannotOpen(cause: unknown): CityError {
  return new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message: 'A sealed part cannot be opened: its key is not there, or it is not what was sealed.',
    messageZh: '密封内容无法打开：缺少密钥，或内容已非原样。',
    hint: 'Are the sealing keys those that it was sealed with? Older keys stay in the setting, after the newest.',
    cause,
  });
}
