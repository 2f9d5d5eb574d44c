import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';

import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  NotFoundType,
  orRefusal,
  type RefusalValue,
  resultTypeOf,
} from '../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { GridModel } from '../../grids/index.js';
import type { Decided, LinkDecisions } from '../decisions/link-decisions.js';
import type { DecisionReadModel } from '../decisions/ports.js';
import { pairRejection, setDeclaration, withdrawalOf } from './decide-links.args.js';
import { DeclareLinkInput, RejectLinkInput, WithdrawLinkDecisionInput } from './decide-links.input.js';
import { decisionValue, type LinkDecisionValue } from './decision-value.js';
import { LinkDecisionType } from './link-decision.type.js';

/** Declares the answer to a decision about links. */
@ObjectType('LinkDecisionChanged', { description: '决定已登记并生效。A decision was recorded and has taken effect.' })
export class LinkDecisionChangedType {
  @Field(() => LinkDecisionType, { description: '所登记的决定。The decision that was recorded.' })
  decision!: LinkDecisionType;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link LinkDecisionChangedType} shows. */
export interface LinkDecisionChangedValue {
  readonly typeName: 'LinkDecisionChanged';
  readonly decision: LinkDecisionValue;
  readonly idempotentReplay: boolean;
}

const LinkDecisionResult = createUnionType({
  name: 'LinkDecisionResult',
  description: '决定的结果：已生效，或有名有姓的拒绝。The answer to a decision: the change, or a named refusal.',
  types: () => [LinkDecisionChangedType, BadInputType, NotFoundType, ConflictType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

type Answer = Promise<LinkDecisionChangedValue | RefusalValue>;

/** Takes decisions about links. */
@Resolver()
export class DecideLinksResolver {
  readonly #links: LinkDecisions;
  readonly #decisions: DecisionReadModel;

  constructor(links: LinkDecisions, decisions: DecisionReadModel) {
    this.#links = links;
    this.#decisions = decisions;
  }

  @Mutation(() => LinkDecisionResult, {
    description:
      '认定一个网格在某图层中的份额；认定优先于计算。Declares how a unit lies in a layer; what is declared beats what is computed.',
  })
  declareLink(
    @Arg('input', () => DeclareLinkInput, { description: '认定内容。The declaration.' }) input: DeclareLinkInput,
    @Ctx() context: RequestContext<GridModel>,
  ): Answer {
    return this.#answer(context, () => this.#links.declare(setDeclaration(input), context));
  }

  @Mutation(() => LinkDecisionResult, {
    description: '否定一对网格：此后任何计算都不再关联它们。Rejects a pair: no computation ever links the two again.',
  })
  rejectLink(
    @Arg('input', () => RejectLinkInput, { description: '否定内容。The rejection.' }) input: RejectLinkInput,
    @Ctx() context: RequestContext<GridModel>,
  ): Answer {
    return this.#answer(context, () => this.#links.reject(pairRejection(input), context));
  }

  @Mutation(() => LinkDecisionResult, {
    description: '撤回一项认定或否定；此前所知不变。Withdraws a declaration or a rejection; what was known before stays.',
  })
  withdrawLinkDecision(
    @Arg('input', () => WithdrawLinkDecisionInput, { description: '撤回内容。The withdrawal.' }) input: WithdrawLinkDecisionInput,
    @Ctx() context: RequestContext<GridModel>,
  ): Answer {
    return this.#answer(context, () => this.#links.withdraw(withdrawalOf(input), context));
  }

  async #answer(context: RequestContext<GridModel>, decide: () => Promise<Decided>): Answer {
    return orRefusal(context.language, async () => {
      const { decisionUuid, idempotentReplay } = await decide();
      const [decision] = await this.#decisions.byUuid([decisionUuid]);
      return { typeName: 'LinkDecisionChanged', decision: decisionValue(decision!, context.model), idempotentReplay };
    });
  }
}
