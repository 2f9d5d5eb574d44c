import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';

import {
  BadInputType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  NotFoundType,
  orRefusal,
  type RefusalValue,
  resultTypeOf,
} from '../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { Duty, DutyMove, DutyMoves, DutyReadModel } from '../../elements/index.js';
import { DutyType } from './duty.resolver.js';
import { MoveDutiesInput } from './move-duties.input.js';

/** Declares the answer to a move of duties. */
@ObjectType('DutiesMoved', { description: '职责已转移。Duties were moved.' })
export class DutiesMovedType {
  @Field(() => [DutyType], {
    description: '接手组织所得的职责；其原已负责者不重复列出。The duties that the successor got; what it had already is not among them.',
  })
  duties!: readonly Duty[];

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link DutiesMovedType} shows. */
export interface DutiesMovedValue extends DutiesMovedType {
  readonly typeName: 'DutiesMoved';
}

const MoveDutiesResult = createUnionType({
  name: 'MoveDutiesResult',
  description: '转移职责的结果：已转移，或有名有姓的拒绝。The answer to a move of duties: the change, or a named refusal.',
  types: () => [DutiesMovedType, BadInputType, NotFoundType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

/** Takes moves of duties. */
@Resolver()
export class MoveDutiesResolver {
  readonly #moves: DutyMoves;
  readonly #duties: DutyReadModel;

  constructor(moves: DutyMoves, duties: DutyReadModel) {
    this.#moves = moves;
    this.#duties = duties;
  }

  @Mutation(() => MoveDutiesResult, {
    description:
      '把职责自某日起转给接手组织：此前与此后分别可查，旧记录不改写。Passes duties to a successor from a day on: before and after stay answerable, and nothing is overwritten.',
  })
  async moveDuties(
    @Arg('input', () => MoveDutiesInput, { description: '转移内容。The move.' }) input: MoveDutiesInput,
    @Ctx() context: RequestContext,
  ): Promise<DutiesMovedValue | RefusalValue> {
    return orRefusal(context.language, async () => {
      const { ids, idempotentReplay } = await this.#moves.move(moveOf(input), context);
      return { typeName: 'DutiesMoved', duties: await this.#duties.ofMove(ids.move), idempotentReplay };
    });
  }
}

function moveOf({ category, division, ...input }: MoveDutiesInput): DutyMove {
  const key = category ? { standard: category.standard, kind: category.kind, code: category.code } : null;
  return { ...input, category: key, division: division ?? null };
}
