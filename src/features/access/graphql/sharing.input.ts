import { Field, InputType, Int } from 'type-graphql';

import { DateScalar, IdScalar } from '../../../graphql/scalars.js';
import type { DataClass } from '../../../kernel/scope.js';
import type { SharingAttribute } from '../sharing/sharing-grant.js';
import { DeclarationInput } from './declaration.input.js';
import { DataClassEnum, SharingAttributeEnum } from './sharing-grant.type.js';

/** Declares a grant in somebody's hand: which, and the version that was seen. */
@InputType('GrantInHandInput', { description: '所指的授权及所见版本。A grant, and the version of it that was seen.' })
export class GrantInHandInput {
  @Field(() => IdScalar, { description: '授权的编号。The id of the grant.' })
  grant!: string;

  @Field(() => Int, { description: '所见版本；已变则拒绝。The version that was seen; refused where it has changed.' })
  expectedVersion!: number;
}

/** Declares what an owner shares. */
@InputType('ShareDataInput', { description: '一项共享授权的申明。The declaration of a grant.' })
export class ShareDataInput extends DeclarationInput {
  @Field(() => String, { description: '提供方：申明人自己的部门，或 CITY。The owner: the caller’s own office, or CITY.' })
  from!: string;

  @Field(() => String, { description: '使用方：另一部门，或 CITY。With whom: another office, or CITY.' })
  to!: string;

  @Field(() => DataClassEnum, { description: '数据类。The class of data.' })
  dataClass!: DataClass;

  @Field(() => SharingAttributeEnum, { description: '共享属性。How it is shared.' })
  attribute!: SharingAttribute;

  @Field(() => [String], {
    defaultValue: [],
    description: '用途，1–20 项，每项 1–200 字；仅有条件共享须给。The purposes, 1 to 20 of 1 to 200 characters; for CONDITIONAL only.',
  })
  purposes!: readonly string[];

  @Field(() => DateScalar, { description: '自此日起有效（含）。In force from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '至此日止（不含）；默认不限。No longer in force on this day; open when left out.',
  })
  until?: string | null;

  @Field(() => GrantInHandInput, {
    nullable: true,
    description:
      '取代哪一项：它在新授权首日终止，同一事务内完成。The grant whose place it takes, which ends on the first day of the new one, at once.',
  })
  replaces?: GrantInHandInput | null;
}

/** Declares what an owner takes back. */
@InputType('WithdrawSharingInput', { description: '撤回一项共享授权。The withdrawal of a grant.' })
export class WithdrawSharingInput extends DeclarationInput {
  @Field(() => IdScalar, { description: '授权的编号。The id of the grant.' })
  grant!: string;

  @Field(() => Int, { description: '所见版本；已变则拒绝。The version that was seen; refused where it has changed.' })
  expectedVersion!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      '自此日起不再有效，最早为今日；默认今日。The first day on which it no longer holds; today at the earliest, and when left out.',
  })
  from?: string | null;
}
