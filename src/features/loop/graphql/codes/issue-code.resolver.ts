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
} from '../../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { DateTimeScalar } from '../../../../graphql/scalars.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { ConfirmationCodes, IssuedCode } from '../../confirmation/issue-code.js';
import { matterUuidOf } from '../../steps/matter-named.js';
import { PlainStepInput } from '../steps/step.input.js';

/** Declares a code that was issued. */
@ObjectType('ConfirmationCodeIssued', {
  description:
    '当确认码已发放时返回；码只此一次可见，平台不存原文。Returned when a code was issued; it is told this once and kept as a hash alone.',
})
export class ConfirmationCodeIssuedType implements Omit<IssuedCode, 'matterUuid' | 'code'> {
  @Field(() => String, {
    nullable: true,
    description: '确认码，交给居民；重发同一幂等键时为 null。The code, to be handed to the resident; null for a repeated key.',
  })
  confirmationCode!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '失效时刻。When it expires.' })
  expiresAt!: Date | null;

  @Field(() => Boolean, { description: '是否为重复提交。Whether the key had been used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** The answer to the issuing of a code. */
const IssueCodeResult = createUnionType({
  name: 'IssueCodeResult',
  description: '发放结果：确认码，或有名有姓的拒绝。The answer to the issuing: the code, or a named refusal.',
  types: () =>
    [
      ConfirmationCodeIssuedType,
      BadInputType,
      NotFoundType,
      ForbiddenType,
      ConflictType,
      IllegalTransitionType,
      IdempotencyKeyReusedType,
    ] as const,
  resolveType: resultTypeOf,
});

/** Issues the codes by which residents confirm results. */
@Resolver()
export class IssueCodeResolver {
  readonly #codes: ConfirmationCodes;

  constructor(codes: ConfirmationCodes) {
    this.#codes = codes;
  }

  @Mutation(() => IssueCodeResult, {
    description:
      '为核实中的事项发放居民确认码（一次有效，三天失效），由牵头组织或街道转交。Issues the resident’s code for a result that is verified; good for once and three days, handed on by whoever leads or dispatches.',
  })
  issueConfirmationCode(
    @Arg('input', () => PlainStepInput, { description: '所指事项。Which matter.' }) input: PlainStepInput,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<(ConfirmationCodeIssuedType & { readonly typeName: string }) | RefusalValue> {
    return orRefusal(context.language, async () => {
      const { idempotencyKey, expectedVersion, matter } = input;
      const wish = { idempotencyKey, expectedVersion, matterUuid: matterUuidOf('matter', matter) };
      const { code, expiresAt, idempotentReplay } = await this.#codes.issue(wish, context);
      return { typeName: 'ConfirmationCodeIssued', confirmationCode: code, expiresAt, idempotentReplay };
    });
  }
}
