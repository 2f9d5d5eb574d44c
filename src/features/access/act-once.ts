import { CityError } from '../../kernel/city-error.js';
import type { Principal } from '../../kernel/principal.js';
import type { Owner } from '../../kernel/scope.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import { type Authority, checkAuthority, checkMayEver, type Concern } from './authority.js';
import type { MutationName } from './mutation-acts.js';
import type { AuditTrail, IdempotencyStore, KeyUse } from './ports.js';

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
    const { ids, idempotentReplay } = await parts.inTransaction<Done<Ids>>(
      (sql) => once(sql, act, parts, effect),
      (sql, done) => keepDone(sql, done, act, parts),
    );
    return { ids, idempotentReplay };
  } catch (refusal) {
    await auditRefusal(act, parts, refusal);
    throw refusal;
  }
}

interface Done<Ids extends ActIds> extends Acted<Ids> {
  readonly concerns: readonly Concern[];
}

async function once<Ids extends ActIds>(
  sql: Sql,
  act: Act,
  parts: ActParts,
  effect: (sql: Sql, concerning: Concerning) => Promise<Ids>,
): Promise<Done<Ids>> {
  const { principal, name } = act;
  const concerns: Concern[] = [];
  const earlier = await parts.idempotency.claim(sql, useOf(act));
  if (earlier) return { ids: earlier as Ids, idempotentReplay: true, concerns };
  const ids = await effect(sql, (about) => {
    checkAuthority(parts.authority, principal, { mutation: name, about });
    concerns.push(about);
  });
  // What nobody was asked about is taken back: an effect that forgot to say what it concerns has no right to stand.
  if (concerns.length === 0) throw new Error(`${name} took effect without saying what it concerns.`);
  return { ids, idempotentReplay: false, concerns };
}

/** The line of the audit log and the answer to a repetition; they go to the server with the commit. */
async function keepDone<Ids extends ActIds>(sql: Sql, done: Done<Ids>, act: Act, { audit, idempotency }: ActParts): Promise<void> {
  if (done.idempotentReplay) return;
  const { principal, name, requestId } = act;
  const { ids, concerns } = done;
  const rule = `role:${principal.role}`;
  const line = { by: principal, act: name, office: officeOf(concerns), what: ids, outcome: 'DONE', rule, requestId } as const;
  await Promise.all([audit.record(sql, line), idempotency.keep(sql, useOf(act), ids)]);
}

function useOf({ principal, name, idempotencyKey, input }: Act): KeyUse {
  return { by: principal, key: idempotencyKey, input: [name, input] };
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
