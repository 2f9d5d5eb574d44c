import { Field, Float, InputType, Int } from 'type-graphql';

import { DateScalar, IdScalar, LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { UnitRefInput } from '../../grids/graphql/index.js';

/** Declares what every decision about links is made with. */
@InputType({ description: '决定的共同内容。What every decision is made with.' })
export abstract class DecisionWordsInput {
  @Field(() => String, {
    description: '幂等键，1–128 字符；同键重发只做一次。The idempotency key, 1 to 128 characters; repeated, it is done once.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: '文号，1–100 字。The document number, 1 to 100 characters.' })
  documentNumber!: string;

  @Field(() => String, { description: '理由，1–500 字；勿写个人姓名。The reason, 1 to 500 characters; no names of persons.' })
  reason!: string;

  @Field(() => SourceIdScalar, {
    description: '所代表组织的统一社会信用代码。The code of the organisation on whose behalf it is decided.',
  })
  organisation!: string;
}

/** Declares one share of a declared row. */
@InputType('DeclaredWeightInput', { description: '一项份额：落入该图层的某网格。One share: what lies in one unit of the layer.' })
export class DeclaredWeightInput {
  @Field(() => SourceIdScalar, { description: '该图层中网格的编号。The id of the unit in that layer.' })
  localId!: string;

  @Field(() => Float, { description: '份额，0 < 权重 ≤ 1。The share, 0 < weight ≤ 1.' })
  weight!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      '反向份额；不填则取对方的认定，否则按面积推得，无面积则等于权重。The share of that unit; left out: what the other end declares, else by area, else equal to the weight.',
  })
  inverseWeight?: number | null;
}

/** Declares a declaration of one row. */
@InputType('DeclareLinkInput', {
  description:
    '认定一个网格在某图层中的全部份额：权重 + remainder − doubleCover = 1，或 restAsComputed。Declares all shares of a unit in a layer: weights + remainder − doubleCover = 1, or restAsComputed.',
})
export class DeclareLinkInput extends DecisionWordsInput {
  @Field(() => UnitRefInput, { description: '所认定的网格。The unit.' })
  unit!: UnitRefInput;

  @Field(() => LayerKeyScalar, { description: '落入哪个图层。The layer that it lies in.' })
  layer!: string;

  @Field(() => [DeclaredWeightInput], { description: '各项份额。The shares.' })
  weights!: readonly DeclaredWeightInput[];

  @Field(() => Float, {
    nullable: true,
    description: '不落入任何网格的份额，0..1；与 restAsComputed 二选一。The share in no unit, 0..1; either this or restAsComputed.',
  })
  remainder?: number | null;

  @Field(() => Float, { defaultValue: 0, description: '因所列网格重叠而重复的份额。The share named twice because the units overlap.' })
  doubleCover!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: '未列份额按计算结果分配。The share not named is spread over what is computed.',
  })
  restAsComputed!: boolean;

  @Field(() => DateScalar, { nullable: true, description: '自此日起有效；默认今日。Valid from this day; today when left out.' })
  validFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。No longer valid on this day.' })
  validTo?: string | null;

  @Field(() => IdScalar, { nullable: true, description: '所取代的认定。The declaration whose place it takes.' })
  replaces?: string | null;

  @Field(() => Int, { nullable: true, description: '所取代认定的版本，取代时必填。The version of that declaration; needed with replaces.' })
  expectedVersion?: number | null;
}

/** Declares a rejection of a pair. */
@InputType('RejectLinkInput', { description: '否定一对网格的关联。Rejects the link of a pair of units.' })
export class RejectLinkInput extends DecisionWordsInput {
  @Field(() => UnitRefInput, { description: '一方。One of the two.' })
  one!: UnitRefInput;

  @Field(() => UnitRefInput, { description: '另一方。The other.' })
  other!: UnitRefInput;

  @Field(() => DateScalar, { nullable: true, description: '自此日起；默认今日。From this day on; today when left out.' })
  validFrom?: string | null;
}

/** Declares a withdrawal of a decision. */
@InputType('WithdrawLinkDecisionInput', { description: '撤回一项决定。Withdraws a decision.' })
export class WithdrawLinkDecisionInput extends DecisionWordsInput {
  @Field(() => IdScalar, { description: '所撤回的决定。The decision.' })
  id!: string;

  @Field(() => Int, { description: '所见版本。The version that the caller saw.' })
  expectedVersion!: number;
}
