import { createUnionType } from 'type-graphql';

import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  IllegalTransitionType,
  NotFoundType,
  resultTypeOf,
} from '../../../../graphql/refusal.type.js';
import { MatterChangedType } from '../../../matters/graphql/index.js';

/** The answer to every step on a matter. */
export const MatterStepResult = createUnionType({
  name: 'MatterStepResult',
  description: '一步的结果：已变更，或有名有姓的拒绝。The answer to a step: the change, or a named refusal.',
  types: () =>
    [MatterChangedType, BadInputType, NotFoundType, ForbiddenType, ConflictType, IllegalTransitionType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});
