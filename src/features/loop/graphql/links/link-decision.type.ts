import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';

import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  NotFoundType,
  resultTypeOf,
} from '../../../../graphql/refusal.type.js';
import { IdScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import { MatterType } from '../../../matters/graphql/index.js';
import type { Matter } from '../../../matters/index.js';
import type { MatterLinkKind, MatterLinkState } from '../../links/matter-link.js';
import { MatterLinkKindEnum } from './link.type.js';

const MatterLinkStateEnum = wordEnum<MatterLinkState>({
  name: 'MatterLinkState',
  description: '关联的状态。How far a link has come.',
  words: {
    PROPOSED: '待认定。Proposed, not decided.',
    CONFIRMED: '已由人确认。Confirmed by a person.',
    REJECTED: '已由人否定。Rejected by a person.',
  },
});

/** Declares two matters of which somebody says something. */
@InputType('MatterPairInput', { description: '两件事项。Two matters.' })
export class MatterPairInput {
  @Field(() => String, {
    description: '幂等键，1–128 字符；同键重发只执行一次。The idempotency key, 1 to 128 characters; repeated, nothing is done twice.',
  })
  idempotencyKey!: string;

  @Field(() => IdScalar, { description: '事项；linkTicket 中为热线工单。The matter; of linkTicket the ticket of the hotline.' })
  matter!: string;

  @Field(() => IdScalar, { description: '另一事项。The other matter.' })
  other!: string;
}

/** Declares the link of two matters as it stands after a decision. */
@ObjectType('MatterLinkDecided', { description: '关联已认定。A link was decided.' })
export class MatterLinkDecidedType {
  @Field(() => MatterType, { description: '事项。The matter.' })
  matter!: Matter;

  @Field(() => MatterType, { description: '另一事项。The other matter.' })
  other!: Matter;

  @Field(() => MatterLinkKindEnum, { description: '关系。What links them.' })
  kind!: MatterLinkKind;

  @Field(() => MatterLinkStateEnum, { description: '认定结果。What was decided.' })
  state!: MatterLinkState;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link MatterLinkDecidedType} shows. */
export interface MatterLinkDecidedValue extends MatterLinkDecidedType {
  readonly typeName: 'MatterLinkDecided';
}

/** The answer to whoever links two matters. */
export const MatterLinkResult = createUnionType({
  name: 'MatterLinkResult',
  description: '关联两件事项的结果：已认定，或有名有姓的拒绝。The answer: the link, or a named refusal.',
  types: () => [MatterLinkDecidedType, BadInputType, NotFoundType, ForbiddenType, ConflictType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});
