import type { Clock } from '../../../kernel/clock.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Acting, actOnce, type ActParts, type Concerning, type FindOrganisation } from '../../access/index.js';
import { checkWords } from './check-words.js';
import type { DecisionWithdrawal, DecisionWords, PairRejection, SetDeclaration } from './decision-input.js';
import { DecisionJudge, type Verdict } from './judge-decision.js';
import type { DecisionStore } from './ports.js';

/** What the service needs. */
export interface LinkDecisionParts extends ActParts {
  readonly store: DecisionStore;
  readonly findOrganisation: FindOrganisation;
  readonly clock: Clock;
}

/** Who decides, under which request, on which day of the city. */
export interface DecidingContext extends Acting {
  readonly model: { readonly at: CalendarDate };
}

/** The answer to a decision. */
export interface Decided {
  readonly decisionUuid: string;
  /** Whether the key had been used before and nothing was done now. */
  readonly idempotentReplay: boolean;
}

/** One act of deciding. */
interface Deciding {
  readonly act: 'declareLink' | 'rejectLink' | 'withdrawLinkDecision';
  readonly input: DecisionWords;
  readonly context: DecidingContext;
  readonly judge: (sql: Sql, draft: { readonly uuid: string; readonly today: CalendarDate }) => Promise<Verdict>;
}

/**
 * Takes people's decisions about links. Each takes effect at once and whole: the decision, the rows that it changes, the event, the
 * audit line and the idempotency key are one transaction. A refusal changes nothing and leaves a line in the audit log.
 */
export class LinkDecisions {
  readonly #parts: LinkDecisionParts;
  readonly #judge: DecisionJudge;

  constructor(parts: LinkDecisionParts) {
    this.#parts = parts;
    this.#judge = new DecisionJudge(parts.store);
  }

  /** Declares how a unit lies in a layer; throws `BAD_USER_INPUT`, `NOT_FOUND`, `CONFLICT`, `FORBIDDEN` or `IDEMPOTENCY_KEY_REUSED`. */
  declare(input: SetDeclaration, context: DecidingContext): Promise<Decided> {
    return this.#decide({ act: 'declareLink', input, context, judge: (sql, draft) => this.#judge.declaration(sql, input, draft) });
  }

  /** Keeps a pair apart, whatever is computed; throws as {@link declare} does. */
  reject(input: PairRejection, context: DecidingContext): Promise<Decided> {
    return this.#decide({ act: 'rejectLink', input, context, judge: (sql, draft) => this.#judge.rejection(sql, input, draft) });
  }

  /** Ends a decision: what is computed stands again from now on, and what was known before stays. Throws as {@link declare} does. */
  withdraw(input: DecisionWithdrawal, context: DecidingContext): Promise<Decided> {
    return this.#decide({ act: 'withdrawLinkDecision', input, context, judge: (sql) => this.#judge.withdrawal(sql, input) });
  }

  async #decide(deciding: Deciding): Promise<Decided> {
    const { act: name, input, context } = deciding;
    const { principal, requestId } = context;
    const { idempotencyKey, ...asked } = input;
    const uuid = uuidOf('link-decision', principal.subject, idempotencyKey);
    const act = { name, principal, requestId, idempotencyKey, input: asked };
    const { ids, idempotentReplay } = await actOnce(act, this.#parts, (sql, concerning) =>
      this.#record(sql, { ...deciding, uuid, concerning }),
    );
    return { decisionUuid: ids.decision, idempotentReplay };
  }

  async #record(
    sql: Sql,
    { input, context, judge, uuid, concerning }: Deciding & { readonly uuid: string; readonly concerning: Concerning },
  ): Promise<{ readonly decision: string }> {
    const { store, findOrganisation, clock } = this.#parts;
    const { subject, role, department } = context.principal;
    checkWords(input);
    await store.lock(sql);
    const { matter, event, endsUuid, rows } = await judge(sql, { uuid, today: context.model.at });
    concerning(await store.concernOf(sql, rows));
    const organisationUuid = await findOrganisation(sql, input.organisation);
    const recordedAt = clock.now();
    if (endsUuid !== null) await store.end(sql, endsUuid, recordedAt);
    const words = { documentNumber: input.documentNumber.trim(), reason: input.reason.trim() };
    await store.insert(sql, { uuid, by: { subject, role, department }, organisationUuid, ...words, recordedAt, endsUuid }, matter);
    await store.reapply(sql, rows, { decisionUuid: uuid, at: recordedAt });
    await store.tell(sql, { kind: event, uuid, department, endsUuid, at: recordedAt });
    return { decision: uuid, ...(endsUuid === null ? {} : { ends: endsUuid }) };
  }
}
