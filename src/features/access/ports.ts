import type { IncomingHttpHeaders } from 'node:http';

import type { DepartmentCode } from '../../kernel/ids.js';
import type { Principal, Role } from '../../kernel/principal.js';
import type { Owner } from '../../kernel/scope.js';
import type { Sql } from '../../kernel/sql.js';

/** Where a request comes from. */
export interface CallerOrigin {
  /** IP address of the other end of the connection; null where it is gone. Headers of proxies are not believed. */
  readonly address: string | null;
}

/** Tells who asks. */
export interface PrincipalSource {
  /** The caller of these headers; throws `UNAUTHENTICATED` where credentials are needed and none, or bad ones, came. */
  of(headers: IncomingHttpHeaders, from: CallerOrigin): Promise<Principal>;
}

/** Tells when what a principal proved itself with counts no longer. */
export interface CredentialWatch {
  /** Whether it counts at this instant. */
  isGood(principal: Principal): boolean;
  /** Calls `ended` once, when it counts no longer; at once where it does not now. The answer ends the watching. */
  whenEnded(principal: Principal, ended: () => void): () => void;
}

/** What a line of the audit log tells of: a change, a reading of protected data, an export of it, or something refused. */
export const auditKinds = ['ACT', 'READ', 'EXPORT', 'REFUSAL'] as const;

/** One of {@link auditKinds}. */
export type AuditKind = (typeof auditKinds)[number];

/** Who a line of the audit log is about: a principal, PLATFORM for the platform itself, NONE for a caller who proved nothing. */
export interface AuditSubject {
  readonly subject: string;
  readonly role: Role | 'PLATFORM' | 'NONE';
  readonly department: DepartmentCode | null;
}

/** One line of the audit log. */
export interface AuditEntry {
  readonly by: AuditSubject;
  /** `ACT` when left out. */
  readonly kind?: AuditKind;
  /** When it happened; the moment of writing when left out. */
  readonly at?: Date;
  /** What was done, e.g. `reportMatter`. */
  readonly act: string;
  /** Whose data was changed, read or asked for; null or left out where it is nobody's in particular. */
  readonly office?: Owner | null;
  /** Ids of the records concerned; never sealed text. */
  readonly what: Readonly<Record<string, unknown>>;
  /** FAILED: it was allowed and begun, and did not come to its end. */
  readonly outcome: 'DONE' | 'REFUSED' | 'FAILED';
  /** What the caller said it was for. */
  readonly purpose?: string | null;
  /** What allowed or refused it, e.g. `grant:<uuid>`, `role:DATA_STEWARD`, `sealed:own-office`. */
  readonly rule?: string | null;
  /** Name of the GraphQL operation, or id of the trusted document. */
  readonly document?: string | null;
  readonly requestId: string;
}

/** Keeps the audit log of the city index. */
export interface AuditTrail {
  /** Writes a line in the caller's transaction: it is there if and only if the act is. */
  record(sql: Sql, entry: AuditEntry): Promise<void>;
  /** Writes a line in a transaction of its own, committed when this resolves. Throws `UNAVAILABLE` where it cannot be written. */
  write(entry: AuditEntry): Promise<void>;
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
