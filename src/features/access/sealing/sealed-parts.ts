import type { Sql } from '../../../kernel/sql.js';
import type { SealedMasks } from './masks.js';
import type { SealedKey, SealedPart } from './sealed-part.js';

/** Keeps the sealed parts of one office in its front database, encrypted; every method runs in the caller's transaction. */
export interface SealedParts {
  /** Puts each part in place of what was there of its record; null takes it away. */
  replace(sql: Sql, parts: readonly { readonly record: SealedKey; readonly part: SealedPart | null }[], now: Date): Promise<void>;
  /**
   * Puts the part of a report; the same again changes nothing but the time. Answers whether it is new.
   * Throws `IDEMPOTENCY_KEY_REUSED` where another part, or another `input`, stands under the key.
   */
  propose(sql: Sql, proposal: Proposal, now: Date): Promise<boolean>;
  /** Marks parts whose matter is known to be there. */
  keep(sql: Sql, records: readonly SealedKey[]): Promise<void>;
  /** Opens a part; null where there is none. */
  open(sql: Sql, record: SealedKey): Promise<SealedPart | null>;
  /** What may be shown of each, in order; null where there is none. */
  masksOf(sql: Sql, records: readonly SealedKey[]): Promise<readonly (SealedMasks | null)[]>;
  /** The reports that have waited since before `before`, oldest first. */
  waiting(sql: Sql, before: Date): Promise<readonly SealedKey[]>;
  /** Removes those of the parts that still wait, and have since before `before`. */
  remove(sql: Sql, records: readonly SealedKey[], before: Date): Promise<void>;
  /** Puts every part under the key of today; answers how many were under another. */
  rewrap(sql: Sql): Promise<number>;
}

/** A part that is put before its matter. */
export interface Proposal {
  readonly record: SealedKey;
  readonly part: SealedPart;
  /** Everything else that the report was asked with: the key may not come again with another. */
  readonly input: unknown;
  readonly state: 'PENDING' | 'KEPT';
}
