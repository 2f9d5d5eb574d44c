import { checkedWords } from '../../kernel/checked-words.js';
import { CityError } from '../../kernel/city-error.js';
import type { Clock } from '../../kernel/clock.js';
import { dateIn } from '../../kernel/dates.js';
import { uuidOf } from '../../kernel/ids.js';
import { accountOf } from '../../kernel/principal.js';
import { cityOwner, type Scope } from '../../kernel/scope.js';
import type { Sql } from '../../kernel/sql.js';
import {
  type Acted,
  type Acting,
  actOnce,
  type ActParts,
  checkedDeclaration,
  type Concerning,
  type FindOrganisation,
} from '../access/index.js';
import { unknownCategory } from '../categories/index.js';
import type { CityModel } from '../crosswalk/index.js';
import { allElementsLayer, type GridUnit } from '../grids/index.js';
import type { MatterReporting } from '../matters/index.js';
import { checkBody } from './check-body.js';
import { checkSession } from './check-session.js';
import type { Deliberation } from './deliberation.js';
import { checkActor, checkTurn, type DeliberationStep } from './deliberation-procedure.js';
import { notOnesBody, notOnesGrid, notOnesProposal, unknownDeliberation } from './deliberation-refusals.js';
import type { DeliberationStore, NewStep } from './ports.js';
import type { DecisionAction, DeliberationAction, ExplainedAction, MatterToOpen, Proposal, SessionAction } from './proposal.js';

/** What deliberating needs. */
export interface DeliberatingParts extends ActParts {
  readonly store: DeliberationStore;
  readonly reporting: Pick<MatterReporting, 'record'>;
  readonly findOrganisation: FindOrganisation;
  readonly clock: Clock;
}

/** Who acts, on which model, with which sight: what it does not see it cannot act upon. */
export interface DeliberationActing extends Acting {
  readonly scope: Scope;
  readonly model: CityModel;
}

type DeliberationIds = { readonly deliberation: string };

/** What a step writes beside what every step has. */
type StepParts = Pick<NewStep, 'toState'> &
  Partial<Pick<NewStep, 'words' | 'session' | 'document' | 'role' | 'organisationUuid' | 'matterUuids'>>;

const longest = { title: 200, words: 2_000 } as const;
const mostMatters = 20;

/** Takes proposals through deliberation and decision. Every act is done once for its key, or refused having changed nothing. */
export class Deliberating {
  readonly #parts: DeliberatingParts;

  constructor(parts: DeliberatingParts) {
    this.#parts = parts;
  }

  /** Proposes something for a grid on the caller's ground. */
  propose(given: Proposal, acting: DeliberationActing): Promise<Acted<DeliberationIds>> {
    const { idempotencyKey, ...input } = given;
    const { principal, requestId, model } = acting;
    const uuid = uuidOf('deliberation', accountOf(principal), idempotencyKey);
    return actOnce({ principal, requestId, name: 'proposeDeliberation', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const { store, clock } = this.#parts;
      checkActor(principal, 'proposeDeliberation');
      const title = checkedWords({ field: 'title', text: given.title, longest: longest.title });
      const text = checkedWords({ field: 'text', text: given.text, longest: longest.words });
      const grid = gridOfToday(model.unit(allElementsLayer, given.grid), given.grid);
      if (principal.grids.length > 0 && !principal.grids.includes(grid.localId)) throw notOnesGrid(grid.localId);
      const divisionCode = grid.divisionCode ?? model.city.code;
      concerning({ owners: [principal.department ?? cityOwner], divisions: [divisionCode] });
      if (!(await store.isCategory(sql, given.category))) throw unknownCategory(given.category);
      const { department } = principal;
      const proposedAt = clock.now();
      const proposed = { uuid, department, proposedBy: accountOf(principal), gridUuid: grid.uuid, divisionCode, category: given.category };
      const step = await this.#step(sql, { step: 'proposeDeliberation', before: null, acting, parts: { toState: 'PROPOSED' } });
      await store.propose(sql, { ...proposed, title, text, proposedAt }, step);
      return { deliberation: uuid };
    });
  }

  /** Enters a session of residents; several may follow each other. */
  hold(given: SessionAction, acting: DeliberationActing): Promise<Acted<DeliberationIds>> {
    return this.#act('holdDeliberation', given, acting, ({ deliberation }) => {
      const { timeZone } = acting.model.city;
      const days = { proposedOn: dateIn(timeZone, deliberation.proposedAt), today: dateIn(timeZone, this.#parts.clock.now()) };
      const { platform, heldOn, participants, inFavour, against, abstained } = given;
      const session = { platform, heldOn, participants, inFavour, against, abstained };
      checkSession(session, days);
      return Promise.resolve({ toState: 'DELIBERATED', session });
    });
  }

  /** Enters what the committee of the community decides, and opens the matters that it decides upon, all in one transaction. */
  decide(given: DecisionAction, acting: DeliberationActing): Promise<Acted<DeliberationIds>> {
    return this.#act('decideDeliberation', given, acting, async ({ sql, deliberation, concerning }) => {
      const { document, organisation, role } = checkedDeclaration(given);
      const words = checkedWords({ field: 'text', text: given.words, longest: longest.words });
      const organisationUuid = await this.#parts.findOrganisation(sql, organisation);
      checkBody(await this.#parts.store.body(sql, organisationUuid), deliberation);
      await this.#checkOwnBody(sql, organisationUuid, acting);
      checkMatters(given);
      const matterUuids = await this.#open(sql, given, { deliberation, acting, concerning });
      return { toState: given.outcome, words, document, role, organisationUuid, matterUuids };
    });
  }

  /** Enters what came of a decision. */
  carryOut(given: ExplainedAction, acting: DeliberationActing): Promise<Acted<DeliberationIds>> {
    return this.#act('carryOutDecision', given, acting, () => explained('result', given, 'CARRIED_OUT'));
  }

  /** Sends a decision back to be deliberated again. */
  return(given: ExplainedAction, acting: DeliberationActing): Promise<Acted<DeliberationIds>> {
    return this.#act('returnToDeliberation', given, acting, () => explained('reason', given, 'RETURNED'));
  }

  /** Takes a proposal back; only the account that made it may. */
  withdraw(given: ExplainedAction, acting: DeliberationActing): Promise<Acted<DeliberationIds>> {
    return this.#act('withdrawProposal', given, acting, ({ deliberation }) => {
      if (deliberation.proposedBy !== accountOf(acting.principal)) throw notOnesProposal();
      return explained('reason', given, 'WITHDRAWN');
    });
  }

  #act(
    step: Exclude<DeliberationStep, 'proposeDeliberation'>,
    given: DeliberationAction,
    acting: DeliberationActing,
    effect: (on: { readonly sql: Sql; readonly deliberation: Deliberation; readonly concerning: Concerning }) => Promise<StepParts>,
  ): Promise<Acted<DeliberationIds>> {
    const { idempotencyKey, ...input } = given;
    const { principal, requestId, scope } = acting;
    return actOnce({ principal, requestId, name: step, idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const { store } = this.#parts;
      checkActor(principal, step);
      const deliberation = await store.held(sql, scope, given.deliberation);
      if (deliberation === null) throw unknownDeliberation();
      concerning({ owners: [deliberation.department ?? cityOwner], divisions: [deliberation.divisionCode] });
      checkTurn(deliberation, step, given.expectedVersion);
      const parts = await effect({ sql, deliberation, concerning });
      await store.advance(sql, deliberation, await this.#step(sql, { step, before: deliberation, acting, parts }));
      return { deliberation: deliberation.uuid };
    });
  }

  async #step(
    sql: Sql,
    {
      step,
      before,
      acting,
      parts,
    }: {
      readonly step: DeliberationStep;
      readonly before: Deliberation | null;
      readonly acting: DeliberationActing;
      readonly parts: StepParts;
    },
  ): Promise<NewStep> {
    const { principal } = acting;
    const ownBody = principal.organisation === null ? null : await this.#parts.store.organisationOf(sql, principal.organisation);
    return {
      version: (before?.version ?? 0) + 1,
      step,
      fromState: before?.state ?? null,
      organisationUuid: ownBody,
      role: null,
      document: null,
      words: null,
      session: null,
      matterUuids: [],
      ...parts,
      madeBy: accountOf(principal),
      at: this.#parts.clock.now(),
    };
  }

  /** Whoever acts for one organisation decides on behalf of no other. */
  async #checkOwnBody(sql: Sql, organisationUuid: string, { principal }: DeliberationActing): Promise<void> {
    if (principal.organisation === null) return;
    if ((await this.#parts.store.organisationOf(sql, principal.organisation)) !== organisationUuid) throw notOnesBody();
  }

  async #open(
    sql: Sql,
    { matters, idempotencyKey }: DecisionAction,
    {
      deliberation,
      acting,
      concerning,
    }: {
      readonly deliberation: Deliberation;
      readonly acting: DeliberationActing;
      readonly concerning: Concerning;
    },
  ): Promise<readonly string[]> {
    if (matters.length === 0) return [];
    const { model, principal } = acting;
    const { localId: grid } = gridOfToday(model.unitByUuid(deliberation.gridUuid), deliberation.gridUuid);
    const opened: string[] = [];
    for (const matter of matters) {
      const title = checkedWords({ field: 'matters.title', text: matter.title, longest: longest.title });
      const category = matter.category ?? deliberation.category;
      const report = { idempotencyKey, title, category, source: 'GRID' as const, point: null, grid, unit: null, about: [] };
      opened.push(await this.#parts.reporting.record(sql, report, { model, concerning, principal }));
    }
    return opened;
  }
}

function explained(field: string, { words }: ExplainedAction, toState: NewStep['toState']): Promise<StepParts> {
  return Promise.resolve({ toState, words: checkedWords({ field, text: words, longest: longest.words }) });
}

function gridOfToday(grid: GridUnit | null, asked: string): GridUnit {
  if (grid !== null) return grid;
  throw new CityError({
    code: 'NOT_FOUND',
    message: `grid: expected an all-elements grid that is in force today, got ${JSON.stringify(asked)}.`,
    messageZh: `grid：应为今日有效的全要素网格，收到 ${JSON.stringify(asked)}。`,
    hint: 'resolveIds tells whether the id was retired.',
  });
}

function checkMatters({
  outcome,
  matters,
}: {
  readonly outcome: DecisionAction['outcome'];
  readonly matters: readonly MatterToOpen[];
}): void {
  const most = outcome === 'ADOPTED' ? mostMatters : 0;
  if (matters.length <= most) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `matters: expected at most ${most} with the outcome ${outcome}, got ${matters.length}.`,
    messageZh: `matters：结论为 ${outcome} 时至多 ${most} 项，收到 ${matters.length}。`,
  });
}
