import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { Acting } from '../act-once.js';
import type { AuditTrail } from '../ports.js';
import { actsOf, lacksOffice } from '../role-rights.js';
import { type AccessKey, isLive } from './access-key.js';
import { networkFault } from './key-networks.js';
import { drawKey, writeKey } from './key-text.js';
import type { ActsAs } from './principal-claims.js';
import { hashOfSecret, type SecretDigest } from './secret-hash.js';

/** What a new key is to be. */
export interface KeyWish extends ActsAs, Pick<AccessKey, 'acts' | 'networks' | 'expiresAt'> {}

/** A key that has just been made: the only time that its text is known. */
export interface MadeKey {
  readonly key: AccessKey;
  /** `key_<id>_<secret>`. */
  readonly text: string;
}

/** Keeps keys in the city index. */
export interface KeyStore {
  /** All keys, the newest first. */
  all(sql: Sql): Promise<readonly AccessKey[]>;
  /** All keys of a subject, which nobody else changes until the transaction ends. */
  ofSubject(sql: Sql, subject: string): Promise<readonly AccessKey[]>;
  find(sql: Sql, id: string): Promise<AccessKey | null>;
  /** Adds a key, and tells every process. */
  add(sql: Sql, key: AccessKey): Promise<void>;
  /** Revokes a key, and tells every process. */
  revoke(sql: Sql, key: AccessKey): Promise<void>;
}

/** What keys are managed with. */
export interface KeyCabinetParts {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly store: KeyStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly digest?: SecretDigest;
}

/** So many keys of one subject may count at a time: the old one and the new one, while a machine changes over. */
const mostLiveKeys = 2;

/** Makes, rotates and revokes keys; each with a line in the audit log, in one transaction. */
export class KeyCabinet {
  readonly #parts: KeyCabinetParts;

  constructor(parts: KeyCabinetParts) {
    this.#parts = parts;
  }

  /** Every key there ever was, the newest first. */
  all(): Promise<readonly AccessKey[]> {
    return this.#parts.store.all(this.#parts.sql);
  }

  /** Makes a key. Throws `FORBIDDEN`, `BAD_USER_INPUT` for a wish that cannot be, `CONFLICT` where the subject has two that count. */
  async create(wish: KeyWish, by: Acting): Promise<MadeKey> {
    checkWish(wish);
    return this.#act('createKey', by, (sql) => this.#make(sql, wish, by));
  }

  /** Makes a second key like the one of an id, which goes on until it is revoked or expires. Throws as {@link create}, and `NOT_FOUND`. */
  rotate(id: string, expiresAt: Date | null, by: Acting): Promise<MadeKey> {
    return this.#act('rotateKey', by, async (sql) => {
      const old = await this.#live(sql, id);
      return this.#make(sql, { ...old, expiresAt }, by);
    });
  }

  /** Revokes a key from now on. Throws `FORBIDDEN`, and `NOT_FOUND` for a key that does not exist or counts no longer. */
  revoke(id: string, by: Acting): Promise<{ readonly key: AccessKey }> {
    return this.#act('revokeKey', by, async (sql) => {
      const key = { ...(await this.#live(sql, id)), revokedAt: this.#parts.clock.now(), revokedBy: by.principal.subject };
      await this.#parts.store.revoke(sql, key);
      return { key };
    });
  }

  async #make(sql: Sql, wish: KeyWish, { principal }: Acting): Promise<MadeKey> {
    const { store, clock, digest } = this.#parts;
    const now = clock.now();
    const live = (await store.ofSubject(sql, wish.subject)).filter((key) => isLive(key, now));
    if (live.length >= mostLiveKeys) throw tooMany(wish.subject, live);
    const drawn = drawKey();
    const { subject, role, department, organisation, divisions, grids, acts, networks, expiresAt } = wish;
    const rights = { subject, role, department, organisation, divisions, grids, acts, networks, expiresAt };
    const made = { id: drawn.id, secretHash: hashOfSecret(drawn.secret, digest), createdAt: now, createdBy: principal.subject };
    const key: AccessKey = { ...rights, ...made, revokedAt: null, revokedBy: null };
    await store.add(sql, key);
    return { key, text: writeKey(drawn) };
  }

  async #live(sql: Sql, id: string): Promise<AccessKey> {
    const key = await this.#parts.store.find(sql, id);
    if (key && isLive(key, this.#parts.clock.now())) return key;
    throw new CityError({
      code: 'NOT_FOUND',
      message: `Expected the id of a key that counts, got ${JSON.stringify(id)}.`,
      messageZh: `${JSON.stringify(id)} 不是有效密钥的编号。`,
      hint: 'npx allgrid key list shows the keys that count.',
    });
  }

  async #act<Done extends { readonly key: AccessKey }>(act: string, by: Acting, effect: (sql: Sql) => Promise<Done>): Promise<Done> {
    const { inTransaction, audit } = this.#parts;
    if (!actsOf(by.principal).includes('KEYS')) throw forbidden(act, by);
    return inTransaction(async (sql) => {
      const done = await effect(sql);
      const { id, subject, role, department } = done.key;
      const what = { key: id, subject, role, department };
      await audit.record(sql, { by: by.principal, act, what, outcome: 'DONE', rule: `role:${by.principal.role}`, requestId: by.requestId });
      return done;
    });
  }
}

const noCredential = { kind: 'NONE', id: '', expiresAt: null } as const;

function checkWish(wish: KeyWish): void {
  const { role, acts, networks } = wish;
  if (lacksOffice(wish)) throw badWish(`department: expected the office of a ${role}, got none.`);
  const allowed = actsOf({ role, kind: 'MACHINE', credential: noCredential });
  const strange = acts?.filter((act) => !allowed.includes(act)) ?? [];
  if (strange.length > 0) throw badWish(`acts: expected some of ${allowed.join(', ') || 'none'} for ${role}, got ${strange.join(', ')}.`);
  for (const network of networks) {
    const fault = networkFault(network);
    if (fault !== null) throw badWish(`networks: ${fault}, got ${JSON.stringify(network)}.`);
  }
}

function badWish(message: string): CityError {
  return new CityError({ code: 'BAD_USER_INPUT', message, hint: 'npx allgrid token roles shows what each role may do.' });
}

function tooMany(subject: string, live: readonly AccessKey[]): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `${subject}: expected at most one key that counts, so that a second may be made; there are ${live.map(({ id }) => id).join(' and ')}.`,
    messageZh: `${subject} 已有两把有效密钥：${live.map(({ id }) => id).join('、')}。`,
    hint: 'Revoke the one that is no longer used: npx allgrid key revoke <id>.',
  });
}

function forbidden(act: string, { principal: { subject, role } }: Acting): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: `${act}: expected a principal with the right KEYS, got ${subject} (${role}).`,
    messageZh: `${act}：须有 KEYS 权限，当前为 ${subject}（${role}）。`,
  });
}
