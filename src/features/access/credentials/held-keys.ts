import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { Principal } from '../../../kernel/principal.js';
import type { CallerOrigin } from '../ports.js';
import { type AccessKey, isLive } from './access-key.js';
import { admission } from './key-networks.js';
import { readKey } from './key-text.js';
import { hashOfSecret, isSecretOf } from './secret-hash.js';
import { unauthenticated } from './unauthenticated.js';

/** Reads the keys that have not been revoked. */
export type ReadKeys = () => Promise<readonly AccessKey[]>;

/** What an event of the topic `access` tells. */
export interface AccessChange {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface HeldKey {
  readonly key: AccessKey;
  readonly admits: (address: string | null) => boolean;
}

/** Compared with where no key of an id is held, so that an unknown id takes as long as a wrong secret. */
const nobodysHash = hashOfSecret('');

/** The keys that count, in memory: every request is judged by them without a question to the database. */
export class HeldKeys {
  readonly name = 'keys of machines';
  readonly #read: ReadKeys;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #waiting = new Map<string, Set<() => void>>();
  #held: ReadonlyMap<string, HeldKey> = new Map();
  #renewals = 0;

  constructor(read: ReadKeys, { clock, log }: { readonly clock: Clock; readonly log: Log }) {
    this.#read = read;
    this.#clock = clock;
    this.#log = log;
  }

  /** Takes up what is kept now. Of two renewals at the same time, the one that began later stands. */
  async renew(): Promise<void> {
    const nth = ++this.#renewals;
    const keys = await this.#read();
    if (nth === this.#renewals) this.#hold(new Map(keys.map((key) => [key.id, { key, admits: admission(key.networks) }])));
  }

  /** Lets a key go as soon as its revocation is heard of, before the next renewal. */
  heard({ kind, payload }: AccessChange): void {
    if (kind === 'KEY_REVOKED') this.#drop(String(payload['key']));
  }

  #drop(id: string): void {
    this.#hold(new Map([...this.#held].filter(([held]) => held !== id)));
    // What is being read now may have been read before the key was revoked.
    this.#renewals += 1;
  }

  /** Whether a key is held and has not expired. */
  counts(id: string): boolean {
    const held = this.#held.get(id);
    return held !== undefined && isLive(held.key, this.#clock.now());
  }

  /** Calls `gone` when a key is held no longer. The answer ends the waiting. */
  whenGone(id: string, gone: () => void): () => void {
    const waiting = this.#waiting.get(id) ?? new Set();
    this.#waiting.set(id, waiting.add(gone));
    return () => {
      waiting.delete(gone);
      if (waiting.size === 0 && this.#waiting.get(id) === waiting) this.#waiting.delete(id);
    };
  }

  /** The machine that holds a key; throws `UNAUTHENTICATED`, which tells more only to who has the secret. */
  principalOf(text: string, { address }: CallerOrigin): Promise<Principal> {
    return Promise.resolve(text).then(() => this.#judged(text, address));
  }

  #judged(text: string, address: string | null): Principal {
    const given = readKey(text);
    const held = given === null ? undefined : this.#held.get(given.id);
    const isRight = isSecretOf(given?.secret ?? '', held?.key.secretHash ?? nobodysHash);
    if (!given || !held || !isRight)
      throw this.#refused(given?.id ?? null, 'the key is not known, or was revoked.', '密钥不存在或已吊销。');
    if (!isLive(held.key, this.#clock.now())) throw this.#refused(given.id, 'the key has expired.', '密钥已过期。');
    if (!held.admits(address)) throw this.#refused(given.id, 'the key does not count from this address.', '密钥不可从此地址使用。');
    return machineOf(held.key);
  }

  #refused(id: string | null, why: string, whyZh: string): Error {
    this.#log.warn({ key: id, why }, 'a key was refused');
    return unauthenticated(why, whyZh);
  }

  #hold(held: ReadonlyMap<string, HeldKey>): void {
    this.#held = held;
    for (const [id, waiting] of this.#waiting) {
      if (held.has(id)) continue;
      this.#waiting.delete(id);
      for (const gone of waiting) gone();
    }
  }
}

function machineOf({ id, subject, role, department, organisation, divisions, grids, acts, expiresAt }: AccessKey): Principal {
  const credential = { kind: 'KEY', id, expiresAt, ...(acts === null ? {} : { acts }) } as const;
  return { subject, kind: 'MACHINE', role, department, organisation, divisions, grids, credential };
}
