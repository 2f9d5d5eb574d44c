import { Field, Float, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { Department } from '../../../graphql/department.js';
import { NodeType } from '../../../graphql/node.type.js';
import { DateScalar, DateTimeScalar, IdScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import { GridType, LayerType } from '../../grids/graphql/index.js';
import type { GridUnit, Layer } from '../../grids/index.js';
import type { DecidedBy, DecisionKind } from '../decisions/link-decision.js';

/** The enum `LinkDecisionKind`. */
export const DecisionKindEnum = wordEnum<DecisionKind>({
  name: 'LinkDecisionKind',
  description: '对关联的决定有哪几种。What people can decide about links.',
  words: {
    DECLARATION: '认定一个网格在某图层中如何分布。Declares how a unit lies in the units of a layer.',
    REJECTION: '否定一对网格，此后不再由计算关联。Keeps a pair of units apart, whatever is computed.',
    WITHDRAWAL: '撤回另一项决定。Ends another decision.',
  },
});

/** Declares a unit as a decision names it. */
@ObjectType('DecidedUnit', { description: '决定所指的网格；其后可能已停用。A unit as a decision names it; it may have ended since.' })
export class DecidedUnitType {
  @Field(() => Department, { nullable: true, description: '部门；全要素网格为 null。The office; null for an all-elements grid.' })
  department!: string | null;

  @Field(() => SourceIdScalar, { description: '部门自己的编号。The office’s own id.' })
  localId!: string;

  @Field(() => LayerType, { description: '图层。The layer.' })
  layer!: Layer;

  @Field(() => GridType, { nullable: true, description: '今日的网格；已停用时为 null。The unit of today; null where it has ended.' })
  grid!: GridUnit | null;
}

/** Declares one share that a declaration names. */
@ObjectType('DeclaredShare', { description: '认定中的一项份额。One share that a declaration names.' })
export class DeclaredShareType {
  @Field(() => DecidedUnitType, { description: '落入的网格。The unit that it lies in.' })
  unit!: DecidedUnitType;

  @Field(() => Float, { description: '份额，0 < 权重 ≤ 1。The share, 0 < weight ≤ 1.' })
  weight!: number;

  @Field(() => Float, { description: '反向份额，认定时给出或由面积推得。The share of that unit, as declared or by area.' })
  inverseWeight!: number;
}

/** Declares who decided. */
@ObjectType('DecidedBy', { description: '何人以何职代表何单位决定。Who decided, in which role, on whose behalf; never a name.' })
export class DecidedByType implements DecidedBy {
  @Field(() => String, { description: '调用者的稳定名称。The stable name of the caller.' })
  subject!: string;

  @Field(() => String, { description: '角色。The role.' })
  role!: string;

  @Field(() => Department, { nullable: true, description: '部门；代表全市时为 null。The office; null for the city as a whole.' })
  department!: string | null;

  @Field(() => SourceIdScalar, { description: '所代表组织的代码。The code of the organisation on whose behalf it was made.' })
  organisationCode!: string;
}

/** Declares a decision about links. */
@ObjectType('LinkDecision', {
  implements: NodeType,
  description: '对关联的一项决定；只增不改。A decision about links; it is never changed, only ended by another.',
})
export class LinkDecisionType extends NodeType {
  @Field(() => DecisionKindEnum, { description: '种类。Its kind.' })
  kind!: DecisionKind;

  @Field(() => DecidedUnitType, {
    nullable: true,
    description: '所决定的网格；撤回为 null。The unit decided about; null for a withdrawal.',
  })
  unit!: DecidedUnitType | null;

  @Field(() => DecidedUnitType, { nullable: true, description: '被否定的另一方。The other unit of a rejected pair.' })
  other!: DecidedUnitType | null;

  @Field(() => LayerType, { nullable: true, description: '认定所及的图层。The layer of a declaration.' })
  layer!: Layer | null;

  @Field(() => [DeclaredShareType], { description: '认定的各项份额，从大到小。The shares declared, heaviest first.' })
  weights!: readonly DeclaredShareType[];

  @Field(() => Float, {
    nullable: true,
    description: '不落入任何网格的份额；按计算时为 null。The share in no unit; null where it stays as computed.',
  })
  remainder!: number | null;

  @Field(() => Float, { description: '因所列网格重叠而重复的份额。The share named twice because the units overlap.' })
  doubleCover!: number;

  @Field(() => Boolean, { description: '未列份额是否按计算分配。Whether the share not named stays as computed.' })
  restAsComputed!: boolean;

  @Field(() => DateScalar, { nullable: true, description: '自此日起有效（含）。Valid from this day.' })
  validFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。No longer valid on this day.' })
  validTo!: string | null;

  @Field(() => String, { description: '文号。The document number.' })
  documentNumber!: string;

  @Field(() => String, { description: '理由。The reason.' })
  reason!: string;

  @Field(() => DecidedByType, { description: '何人决定。Who decided.' })
  decidedBy!: DecidedByType;

  @Field(() => DateTimeScalar, { description: '登记时刻。When it was recorded.' })
  recordedFrom!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '终止时刻；现行为 null。When it was ended; null while in force.' })
  recordedTo!: Date | null;

  @Field(() => IdScalar, { nullable: true, description: '它所终止的决定。The decision that it ended.' })
  ends!: string | null;

  @Field(() => IdScalar, { nullable: true, description: '终止它的决定。The decision that ended it.' })
  endedBy!: string | null;

  @Field(() => Int, { description: '版本：现行 1，终止后 2。1 while in force, 2 once ended.' })
  version!: number;
}

/** Declares a page of decisions. */
export const LinkDecisionConnection = connectionType<LinkDecisionType>(
  { name: 'LinkDecision', zh: '关联决定', en: 'decisions about links' },
  () => LinkDecisionType,
);
