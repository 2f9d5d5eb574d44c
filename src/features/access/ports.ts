import type { IncomingHttpHeaders } from 'node:http';

import type { Principal } from '../../kernel/principal.js';
import type { Sql } from '../../kernel/sql.js';

/** Tells who asks. */
export interface PrincipalSource {
  /** The caller of these headers; throws `UNAUTHENTICATED` where credentials are needed and none, or bad ones, came. */
  of(headers: IncomingHttpHeaders): Promise<Principal>;
}

/** One line of the audit log. */
export interface AuditEntry {
  readonly by: Principal;
  /** What was done, e.g. `reportMatter`. */
  readonly act: string;
  /** Ids of the records concerned; never sealed text. */
  readonly what: Readonly<Record<string, unknown>>;
  readonly outcome: 'DONE' | 'REFUSED';
  readonly requestId: string;
}

/** Keeps the audit log of the city index. */
export interface AuditTrail {
  /** Writes a line in the caller's transaction: it is there if and only if the act is. */
  record(sql: Sql, entry: AuditEntry): Promise<void>;
}

/** One use of an idempotency key. */
export interface KeyUse {
  readonly by: Principal;
  /** 1–128 characters, chosen by the caller. */
  readonly key: string;
  /** Everything that the mutation was asked with, the key left out. */
  readonly input: unknown;
}

/** Remembers what mutations answered, so that a repeated one is answered alike and done once. */
export interface IdempotencyStore {
  /**
   * Claims a key in the caller's transaction. Answers what was answered before, or null when this is the first use; a second use that
   * runs at the same time waits for the first. Throws `IDEMPOTENCY_KEY_REUSED` when the input differs.
   */
  claim(sql: Sql, use: KeyUse): Promise<Readonly<Record<string, unknown>> | null>;
  /** Keeps the answer of a claimed key, in the same transaction as the effect. */
  keep(sql: Sql, use: KeyUse, answer: Readonly<Record<string, unknown>>): Promise<void>;
}
