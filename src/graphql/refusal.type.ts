import { Field, InterfaceType, ObjectType } from 'type-graphql';

import { asCityError } from '../kernel/city-error.js';

/** Declares what every expected refusal tells. */
@InterfaceType('Refusal', {
  description: '预料之中的拒绝：没有任何改动。An expected refusal: nothing was changed.',
  resolveType: (value: RefusalValue) => value.typeName,
})
export abstract class RefusalType {
  @Field(() => String, { description: '稳定的英文代码。The stable code.' })
  code!: string;

  @Field(() => String, { description: '发生了什么。What happened, in the language of the request.' })
  message!: string;

  @Field(() => String, { nullable: true, description: '下一步怎么办。What to do next.' })
  hint!: string | null;

  @Field(() => [String], { description: '此刻允许的做法。What would be allowed now.' })
  allowed!: readonly string[];
}

/** Declares the refusal of an input that no rule accepts. */
@ObjectType('BadInput', { implements: RefusalType, description: '当输入不合规则时返回。Returned when a value breaks a rule of its field.' })
export class BadInputType extends RefusalType {}

/** Declares the refusal to act on something that is not there, or not in the caller's scope. */
@ObjectType('NotFound', {
  implements: RefusalType,
  description: '当所指对象不存在或无权查看时返回。Returned when what the input names is unknown or out of scope.',
})
export class NotFoundType extends RefusalType {}

/** Declares the refusal of a key that was used with another input. */
@ObjectType('IdempotencyKeyReused', {
  implements: RefusalType,
  description: '当同一幂等键配了不同输入时返回。Returned when the same key comes with another input.',
})
export class IdempotencyKeyReusedType extends RefusalType {}

/** Declares the refusal of a change that contradicts what is in force, or what somebody changed meanwhile. */
@ObjectType('Conflict', {
  implements: RefusalType,
  description: '当与现行记录相抵触或版本已变时返回。Returned when the change contradicts what is in force, or came upon a newer version.',
})
export class ConflictType extends RefusalType {}

/** Declares the refusal of a step that the procedure does not allow now. */
@ObjectType('IllegalTransition', {
  implements: RefusalType,
  description: '当流程此刻不允许该步骤时返回。Returned when the procedure does not allow this step now.',
})
export class IllegalTransitionType extends RefusalType {}

/** Declares the refusal of an act that the caller has no right to. */
@ObjectType('Forbidden', {
  implements: RefusalType,
  description: '当调用者无权为之时返回。Returned when the caller has no right to act so.',
})
export class ForbiddenType extends RefusalType {}

/** Declares the refusal to open what is protected without a purpose. */
@ObjectType('PurposeRequired', {
  implements: RefusalType,
  description: '当读取受保护内容而未说明目的时返回。Returned when protected content is asked for without a stated purpose.',
})
export class PurposeRequiredType extends RefusalType {}

/** Declares the refusal to act where an office's own database is away. */
@ObjectType('SourceUnavailable', {
  implements: RefusalType,
  description:
    '当部门前置库暂不可用时返回；未写入任何内容。Returned when the office’s front database is away; nothing was written anywhere.',
})
export class SourceUnavailableType extends RefusalType {}

/** A refusal as resolvers return it. */
export interface RefusalValue {
  readonly typeName: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly allowed: readonly string[];
}

const typeOfCode: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: 'BadInput',
  AMBIGUOUS_ID: 'BadInput',
  TEXT_INVALID: 'BadInput',
  DATE_INVALID: 'BadInput',
  GEOMETRY_INVALID: 'BadInput',
  CONFLICT: 'Conflict',
  ILLEGAL_TRANSITION: 'IllegalTransition',
  FORBIDDEN: 'Forbidden',
  NOT_FOUND: 'NotFound',
  IDEMPOTENCY_KEY_REUSED: 'IdempotencyKeyReused',
  PURPOSE_REQUIRED: 'PurposeRequired',
  SOURCE_UNAVAILABLE: 'SourceUnavailable',
};

/** Turns an expected error into the refusal that the schema shows; throws the error again where the schema knows no refusal for it. */
function refusalOf(error: unknown, language: 'zh' | 'en'): RefusalValue {
  const known = asCityError(error);
  const typeName = typeOfCode[known.code];
  if (typeName === undefined) throw error;
  const allowed = Array.isArray(known.details['allowed']) ? (known.details['allowed'] as readonly string[]) : [];
  return { typeName, code: known.code, message: language === 'zh' ? known.messageZh : known.message, hint: known.hint ?? null, allowed };
}

/**
 * The value that `act` answers, or the refusal of the expected error that it throws; throws every other error again. What every mutation
 * with a union of results ends in.
 */
export async function orRefusal<Value>(language: 'zh' | 'en', act: () => Promise<Value>): Promise<Value | RefusalValue> {
  try {
    return await act();
  } catch (error) {
    return refusalOf(error, language);
  }
}

/** Tells the members of a union of results apart: each value carries the name of its type. */
export function resultTypeOf(value: unknown): string {
  return (value as { readonly typeName: string }).typeName;
}
