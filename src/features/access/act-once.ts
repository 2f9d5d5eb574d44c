import { CityError } from '../../kernel/city-error.js';
import type { Principal } from '../../kernel/principal.js';
import type { Owner } from '../../kernel/scope.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import { type Authority, checkAuthority, checkMayEver, type Concern } from './authority.js';
import type { MutationName } from './mutation-acts.js';
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
  readonly name: MutationName;
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

/** Passes where the caller may do the act about this; throws `FORBIDDEN` otherwise. An effect says what it concerns before it writes. */
export type Concerning = (about: Concern) => void;

/**
 * Does an act once for its key: claim, effect, audit and kept answer in one transaction. Throws `FORBIDDEN`, `IDEMPOTENCY_KEY_REUSED`,
 * or what `effect` throws, having changed nothing but the audit log, which keeps a line of every refusal.
 */
export async function actOnce<Ids extends ActIds>(
  act: Act,
  parts: ActParts,
  effect: (sql: Sql, concerning: Concerning) => Promise<Ids>,
): Promise<Acted<Ids>> {
  try {
    checkMayEver(parts.authority, act.principal, act.name);
    return await parts.inTransaction((sql) => once(sql, act, parts, effect));
  } catch (refusal) {
    await auditRefusal(act, parts, refusal);
    throw refusal;
  }
}

async function once<Ids extends ActIds>(
  sql: Sql,
  act: Act,
  parts: ActParts,
  effect: (sql: Sql, concerning: Concerning) => Promise<Ids>,
): Promise<Acted<Ids>> {
  const use = { by: act.principal, key: act.idempotencyKey, input: [act.name, act.input] };
  const earlier = await parts.idempotency.claim(sql, use);
  if (earlier) return { ids: earlier as Ids, idempotentReplay: true };
  const { principal, name, requestId } = act;
  const concerns: Concern[] = [];
  const ids = await effect(sql, (about) => {
    checkAuthority(parts.authority, principal, { mutation: name, about });
    concerns.push(about);
  });
  // What nobody was asked about is taken back: an effect that forgot to say what it concerns has no right to stand.
  if (concerns.length === 0) throw new Error(`${name} took effect without saying what it concerns.`);
  const rule = `role:${principal.role}`;
  await parts.audit.record(sql, { by: principal, act: name, office: officeOf(concerns), what: ids, outcome: 'DONE', rule, requestId });
  await parts.idempotency.keep(sql, use, ids);
  return { ids, idempotentReplay: false };
}

/** The one office whose data an act touched; null where it touched nobody's, or several offices'. */
function officeOf(concerns: readonly Concern[]): Owner | null {
  const [owner, ...others] = new Set(concerns.flatMap(({ owners }) => owners));
  return owner === undefined || others.length > 0 ? null : owner;
}

/** In a transaction of its own: that of the refused act was rolled back. */
async function auditRefusal({ principal, name, requestId }: Act, { audit }: ActParts, refusal: unknown): Promise<void> {
  if (!(refusal instanceof CityError) || refusal.fault !== 'caller') return;
  const against = refusal.details['decision'];
  const what = { code: refusal.code, ...(against === undefined ? {} : { decision: against }) };
  await audit.write({ by: principal, kind: 'REFUSAL', act: name, what, outcome: 'REFUSED', requestId });
}
