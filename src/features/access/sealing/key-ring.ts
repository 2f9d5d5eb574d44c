import { createHash, hkdfSync } from 'node:crypto';

import { keyBytes } from './cipher.js';

/** One key-encryption key of an office. */
export interface SealingKey {
  /** Told by the key alone, so that an envelope finds it again; says nothing of the key. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** The keys of one office: the first seals, all of them open. */
export interface KeyRing {
  readonly current: SealingKey;
  find(id: string): SealingKey | null;
  /** Key of fingerprints and opaque ids, drawn from the oldest key: it outlives a rotation as long as that key is kept. */
  readonly fingerprintKey: Buffer;
}

/**
 * The ring of one office from master keys, newest first. Each office has keys of its own, drawn with its name (HKDF-SHA-256), so that
 * one setting serves a whole city and still no office's key opens another's.
 */
export function keyRingOf(office: string, masters: readonly Buffer[]): KeyRing {
  const keys = masters.map((master) => sealingKey(drawn(master, `allgrid sealing ${office}`)));
  const [current] = keys;
  if (!current) throw new Error(`Expected a sealing key of ${office}, got none.`);
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    current,
    find: (id) => byId.get(id) ?? null,
    fingerprintKey: drawn(masters.at(-1)!, `allgrid fingerprints ${office}`),
  };
}

function sealingKey(bytes: Buffer): SealingKey {
  return { id: createHash('sha256').update('allgrid key id').update(bytes).digest('base64url').slice(0, 12), bytes };
}

function drawn(master: Buffer, what: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', what, keyBytes));
}
