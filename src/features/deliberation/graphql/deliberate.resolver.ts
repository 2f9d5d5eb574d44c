import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';

import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  IllegalTransitionType,
  NotFoundType,
  orRefusal,
  type RefusalValue,
  resultTypeOf,
} from '../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { Acted } from '../../access/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Deliberating } from '../deliberating.js';
import type { Deliberation } from '../deliberation.js';
import type { DeliberationReadModel } from '../ports.js';
import type { DeliberationAction } from '../proposal.js';
import { DeliberationType } from './deliberation.type.js';
import {
  CarryOutDecisionInput,
  DecideDeliberationInput,
  type DeliberationActionInput,
  HoldDeliberationInput,
  ProposeDeliberationInput,
  ReasonedDeliberationInput,
} from './deliberation-inputs.js';
import { deliberationUuid } from './deliberation-nodes.js';

type Context = RequestContext<CityModel>;

/** Declares the answer to a step of a deliberation. */
@ObjectType('DeliberationChanged', { description: '议事已变更。A deliberation was changed.' })
export class DeliberationChangedType {
  @Field(() => DeliberationType, { description: '变更后的议事。The deliberation after the change.' })
  deliberation!: Deliberation;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link DeliberationChangedType} shows. */
export interface DeliberationChangedValue extends DeliberationChangedType {
  readonly typeName: 'DeliberationChanged';
}

const DeliberationResult = createUnionType({
  name: 'DeliberationResult',
  description: '议事各步的结果：已变更，或有名有姓的拒绝。The answer to a step: the change, or a named refusal.',
  types: () =>
    [
      DeliberationChangedType,
      BadInputType,
      NotFoundType,
      ConflictType,
      IllegalTransitionType,
      ForbiddenType,
      IdempotencyKeyReusedType,
    ] as const,
  resolveType: resultTypeOf,
});

type Answer = Promise<DeliberationChangedValue | RefusalValue>;

/** Takes proposals through deliberation and decision. */
@Resolver()
export class DeliberateResolver {
  readonly #deliberating: Deliberating;
  readonly #deliberations: Pick<DeliberationReadModel, 'byUuid'>;

  constructor(deliberating: Deliberating, deliberations: Pick<DeliberationReadModel, 'byUuid'>) {
    this.#deliberating = deliberating;
    this.#deliberations = deliberations;
  }

  @Mutation(() => DeliberationResult, { description: '网格提事：就本辖区一个网格提出。Proposes something for a grid on one’s ground.' })
  proposeDeliberation(
    @Arg('input', () => ProposeDeliberationInput, { description: '提事。The proposal.' }) input: ProposeDeliberationInput,
    @Ctx() context: Context,
  ): Answer {
    const { idempotencyKey, grid, category, title, text } = input;
    const { standard, kind, code } = category;
    const proposal = { idempotencyKey, grid, category: { standard, kind, code }, title, text };
    return this.#answer(context, () => this.#deliberating.propose(proposal, context));
  }

  @Mutation(() => DeliberationResult, { description: '居民议事：社区登记一次议事，只记人数。Enters a session of residents, as counts.' })
  holdDeliberation(
    @Arg('input', () => HoldDeliberationInput, { description: '议事。The session.' }) input: HoldDeliberationInput,
    @Ctx() context: Context,
  ): Answer {
    const { platform, heldOn, participants, inFavour, against, abstained } = input;
    const session = { platform, heldOn, participants, inFavour, against, abstained };
    return this.#answer(context, () => this.#deliberating.hold({ ...actionOf(input), ...session }, context));
  }

  @Mutation(() => DeliberationResult, {
    description: '社区决事：由网格所在社区决定，可随即立项。The community decides, and may open matters by it in the same act.',
  })
  decideDeliberation(
    @Arg('input', () => DecideDeliberationInput, { description: '决定。The decision.' }) input: DecideDeliberationInput,
    @Ctx() context: Context,
  ): Answer {
    const { document, organisation, role, outcome, text: words } = input;
    const matters = (input.matters ?? []).map(({ title, category }) => ({
      title,
      category: category ? { standard: category.standard, kind: category.kind, code: category.code } : null,
    }));
    const decision = { document, organisation, role, outcome, words, matters };
    return this.#answer(context, () => this.#deliberating.decide({ ...actionOf(input), ...decision }, context));
  }

  @Mutation(() => DeliberationResult, { description: '登记决定的实施结果。Enters what came of a decision.' })
  carryOutDecision(
    @Arg('input', () => CarryOutDecisionInput, { description: '结果。The result.' }) input: CarryOutDecisionInput,
    @Ctx() context: Context,
  ): Answer {
    return this.#answer(context, () => this.#deliberating.carryOut({ ...actionOf(input), words: input.result }, context));
  }

  @Mutation(() => DeliberationResult, {
    description: '上级将决定退回再议，须附理由。The level above sends a decision back to be deliberated again, with its reason.',
  })
  returnToDeliberation(
    @Arg('input', () => ReasonedDeliberationInput, { description: '理由。The reason.' }) input: ReasonedDeliberationInput,
    @Ctx() context: Context,
  ): Answer {
    return this.#answer(context, () => this.#deliberating.return({ ...actionOf(input), words: input.reason }, context));
  }

  @Mutation(() => DeliberationResult, {
    description:
      '提事账号撤回未议或退回的提事。The account that proposed takes its proposal back, before it is deliberated or once it is returned.',
  })
  withdrawProposal(
    @Arg('input', () => ReasonedDeliberationInput, { description: '理由。The reason.' }) input: ReasonedDeliberationInput,
    @Ctx() context: Context,
  ): Answer {
    return this.#answer(context, () => this.#deliberating.withdraw({ ...actionOf(input), words: input.reason }, context));
  }

  #answer({ language, scope }: Context, act: () => Promise<Acted<{ readonly deliberation: string }>>): Answer {
    return orRefusal(language, async () => {
      const { ids, idempotentReplay } = await act();
      const [deliberation] = await this.#deliberations.byUuid(scope, [ids.deliberation]);
      return { typeName: 'DeliberationChanged', deliberation: deliberation!, idempotentReplay };
    });
  }
}

function actionOf({ idempotencyKey, id, expectedVersion }: DeliberationActionInput): DeliberationAction {
  return { idempotencyKey, deliberation: deliberationUuid(id), expectedVersion };
}
