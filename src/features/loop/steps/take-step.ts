import type { Clock } from '../../../kernel/clock.js';
import { dateIn } from '../../../kernel/dates.js';
import { everything } from '../../../kernel/everything.js';
import type { Outbound } from '../../../kernel/outbound.js';
import { accountOf } from '../../../kernel/principal.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Act, type Acted, actOnce, type ActParts, type Concerning, type FindOrganisation } from '../../access/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { HeldMatter, Matter, MatterReadModel, MatterRegister, PastStep, TakenStep } from '../../matters/index.js';
import type { Notices } from '../ports.js';
import { transitionOf } from '../procedure/find-transition.js';
import { type Procedure, sameState } from '../procedure/procedure.js';
import { type Procedures, stateIn } from '../procedure/procedures.js';
import type { MatterTiming } from '../timing/matter-timing.js';
import { checkedCarried } from './check-carried.js';
import { checkWithin } from './check-within.js';
import { conditionOf } from './condition-of.js';
import { changedMeanwhile, concernOf, unknownMatter } from './held-matter.js';
import { itself } from './itself.js';
import { type Carried, type Effect, nothingCarried, type Situation, type StepActing, type StepEffect } from './step.js';
import { stepsForOffices } from './steps-for-offices.js';
import { checkActor } from './who-acts.js';

/** What taking steps needs. */
export interface StepParts extends ActParts {
  readonly register: MatterRegister;
  readonly matters: Pick<MatterReadModel, 'byUuid'>;
  readonly procedures: Procedures;
  readonly timing: MatterTiming;
  readonly outbound: Outbound;
  readonly notices: Notices;
  readonly findOrganisation: FindOrganisation;
  readonly clock: Clock;
  readonly model: () => CityModel;
  /** What steps do besides changing state and clocks, by their name. */
  readonly effects: Readonly<Record<string, StepEffect>>;
}

/** One step that somebody wants taken. */
export interface StepWish {
  readonly idempotencyKey: string;
  readonly matterUuid: string;
  readonly expectedVersion: number;
  /** The name of the step in the matter's procedure. */
  readonly step: string;
  readonly carried: Carried;
}

type StepIds = { readonly matter: string; readonly version: string };

/** A step that was taken, now or, for the same key, before. */
export interface StepTaken extends Acted<StepIds> {
  /** The matter as the step left it; null where it was taken before. */
  readonly after: Matter | null;
}

/** Moves matters on: one step, with all that belongs to it, in one transaction and once for its key. */
export class ClosedLoop {
  readonly #parts: StepParts;

  constructor(parts: StepParts) {
    this.#parts = parts;
  }

  /**
   * Takes a step. Throws, having changed nothing but the audit log: `NOT_FOUND` for a matter that is not there or out of scope, `FORBIDDEN`,
   * `CONFLICT` with the present version, `ILLEGAL_TRANSITION` with the steps that are allowed, `BAD_USER_INPUT` and `TEXT_INVALID` for what it
   * carries, `DATE_INVALID` for a year without a working calendar, `IDEMPOTENCY_KEY_REUSED`, and what the step's own rule throws.
   */
  async take(wish: StepWish, acting: StepActing, mutation: Act['name']): Promise<StepTaken> {
    const { idempotencyKey, ...input } = wish;
    const { principal, requestId } = acting;
    let after: Matter | null = null;
    const acted = await actOnce({ principal, requestId, name: mutation, idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const matter = await this.#held(sql, wish, { acting, concerning });
      after = await this.#taken(sql, matter, { wish, acting });
      return { matter: matter.uuid, version: String(after.version) };
    });
    return { ...acted, after };
  }

  /** Takes a step that falls due by itself, in the caller's transaction, which holds the matter: in nobody's name, whoever else may take it. */
  async takeByItself(sql: Sql, matterUuid: string, step: string): Promise<void> {
    const matter = await this.#parts.register.hold(sql, everything, matterUuid);
    const acting = { principal: itself, requestId: step, scope: everything, model: this.#parts.model() };
    const wish = { idempotencyKey: '', matterUuid, expectedVersion: matter!.version, step, carried: nothingCarried };
    await this.#taken(sql, matter!, { wish, acting });
  }

  /**
   * The matter after a step of the caller's own, shown also where the step has taken it out of the caller's hands; not where the step is
   * repeated after others took it on. Throws `NOT_FOUND` then, and where its office has withdrawn it before the step was repeated.
   */
  async matterAfter({ ids, after }: StepTaken, scope: Scope): Promise<Matter> {
    if (after !== null) return after;
    const { matters } = this.#parts;
    const [now] = await matters.byUuid(everything, [ids.matter]);
    const shown = String(now?.version) === ids.version ? now : (await matters.byUuid(scope, [ids.matter]))[0];
    if (shown) return shown;
    throw unknownMatter();
  }

  async #held(sql: Sql, wish: StepWish, by: { readonly acting: StepActing; readonly concerning: Concerning }): Promise<HeldMatter> {
    const matter = await this.#parts.register.hold(sql, by.acting.scope, wish.matterUuid);
    if (matter === null) throw unknownMatter();
    by.concerning(concernOf(matter, by.acting));
    if (matter.version !== wish.expectedVersion) throw changedMeanwhile(wish.expectedVersion, matter);
    return matter;
  }

  async #taken(sql: Sql, matter: HeldMatter, { wish, acting }: { readonly wish: StepWish; readonly acting: StepActing }): Promise<Matter> {
    const { procedures, timing, clock, effects } = this.#parts;
    const procedure = procedures.of(matter);
    const state = stateIn(procedure, matter) ?? matter.state;
    const transition = transitionOf(procedure, state, wish.step);
    const past = this.#pastOf(sql, matter);
    const judged = { matter, transition, acting, past, organisationUuid: await this.#organisationOf(sql, acting) };
    if (acting.principal !== itself) await checkActor(judged);
    const at = clock.now();
    await checkWithin(judged, procedure, { timing, at });
    const today = dateIn(acting.model.city.timeZone, at);
    const carried = checkedCarried(transition, wish.carried, { matter, today });
    const situation: Situation = { ...judged, sql, state, carried, at, today };
    const effect = (await effects[wish.step]?.(situation)) ?? {};
    return this.#write(situation, procedure, effect);
  }

  async #write(situation: Situation, procedure: Procedure, effect: Effect): Promise<Matter> {
    const { sql, matter, transition, carried, acting, at } = situation;
    const to = transition.to === sameState ? situation.state : transition.to;
    const { common: state, isFinal } = procedure.states[to]!;
    const moves = transition.clocks;
    const condition = await conditionOf(procedure, situation);
    const timed = { matter, procedure, moves, condition, isFinal, model: acting.model, at };
    const { deadline, written } = effect.deadline === undefined ? await this.#parts.timing.move(sql, timed) : { deadline: effect.deadline };
    const taken: TakenStep = {
      ...{ matter, step: transition.step, state, at, organisationUuid: situation.organisationUuid },
      officeState: procedure.key === 'common' ? null : to,
      madeBy: accountOf(acting.principal),
      reason: carried.reason ?? carried.result,
      carried: keptOf(carried, effect),
      handlers: effect.handlers ?? null,
      deadline,
      closedAt: isFinal ? (matter.closedAt ?? at) : null,
    };
    const [after] = await Promise.all([this.#parts.register.take(sql, taken), written]);
    await this.#parts.outbound.append(sql, stepsForOffices(taken, after.version));
    if (effect.notices !== undefined) await this.#parts.notices.append(sql, effect.notices);
    return after;
  }

  async #organisationOf(sql: Sql, { principal }: StepActing): Promise<string | null> {
    return principal.organisation === null ? null : this.#parts.findOrganisation(sql, principal.organisation);
  }

  #pastOf(sql: Sql, { uuid }: HeldMatter): () => Promise<readonly PastStep[]> {
    let read: Promise<readonly PastStep[]> | undefined;
    return () => (read ??= this.#parts.register.past(sql, uuid));
  }
}

/** What is kept with a step for the history; its words stand apart. */
function keptOf({ organisations, ...carried }: Carried, { kept }: Effect): TakenStep['carried'] {
  const { until, limit, otherMatter, condition, decision, doneOn, scores, own } = carried;
  const given = {
    until,
    limit,
    otherMatter,
    condition,
    decision,
    doneOn,
    scores,
    ...(organisations.length > 0 ? { organisations } : {}),
    ...own,
    ...kept,
  };
  const said = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return said.length === 0 ? null : Object.fromEntries(said);
}
