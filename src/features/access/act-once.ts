import type { Principal } from '../../kernel/principal.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import { type Authority, checkAuthority } from './authority.js';
import type { AuditTrail, IdempotencyStore } from './ports.js';

/** What acting once needs. */
export interface ActParts {
  readonly authority: Authority;
  readonly inTransaction: InTransaction;
  readonly audit: AuditTrail;
  readonly idempotency: IdempotencyStore;
}

/** Who acts, under which request. */
export interface Acting {
  readonly principal: Principal;
  readonly requestId: string;
}

/** One act that is to be done once for its key. */
export interface Act extends Acting {
  /** The mutation's name. */
  readonly name: string;
  readonly idempotencyKey: string;
  /** Everything that it was asked with, the key left out. */
  readonly input: unknown;
}

/** Ids of what an act made or changed: kept for a repeated act and written to the audit log. */
export type ActIds = Readonly<Record<string, string>>;

/** The ids, and whether the key had been used before and nothing was done now. */
export interface Acted<Ids extends ActIds> {
  readonly ids: Ids;
  readonly idempotentReplay: boolean;
}

/**
 * Does an act once for its key: claim, effect, audit and kept answer in one transaction. Throws `FORBIDDEN`, `IDEMPOTENCY_KEY_REUSED`,
 * or what `effect` throws, having changed nothing.
 */
export async function actOnce<Ids extends ActIds>(act: Act, parts: ActParts, effect: (sql: Sql) => Promise<Ids>): Promise<Acted<Ids>> {
  checkAuthority(parts.authority, act.principal, act.name);
  const use = { by: act.principal, key: act.idempotencyKey, input: [act.name, act.input] };
  return parts.inTransaction(async (sql) => {
    const earlier = await parts.idempotency.claim(sql, use);
    if (earlier) return { ids: earlier as Ids, idempotentReplay: true };
    const ids = await effect(sql);
    await parts.audit.record(sql, { by: act.principal, act: act.name, what: ids, outcome: 'DONE', requestId: act.requestId });
    await parts.idempotency.keep(sql, use, ids);
    return { ids, idempotentReplay: false };
  });
}
