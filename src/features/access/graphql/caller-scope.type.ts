import { Field, ObjectType } from 'type-graphql';

import { DateScalar, DivisionCodeScalar, GridCodeScalar } from '../../../graphql/scalars.js';
import type { DataClass } from '../../../kernel/scope.js';
import type { SharingAttribute, SharingGrant } from '../sharing/sharing-grant.js';
import { DataClassEnum, SharingAttributeEnum } from './sharing-grant.type.js';

/** Declares whose rows of one class are read. */
@ObjectType('ScopeReading', { description: '某类数据可读谁的。Whose rows of one class of data may be read.' })
export class ScopeReadingType {
  @Field(() => DataClassEnum, { description: '数据类。The class of data.' })
  dataClass!: DataClass;

  @Field(() => [String], {
    nullable: true,
    description:
      '可读哪些提供方（部门或 CITY）；null 为全部，空为不可读。The owners that are read, offices or CITY; null for all of them, empty for none.',
  })
  owners!: readonly string[] | null;

  @Field(() => [String], {
    description: '其中依有条件共享可读者，每次读取留痕。Those of them read under a conditional grant; every reading is audited.',
  })
  conditional!: readonly string[];
}

/** Declares what a request may see. */
@ObjectType('CallerScope', {
  description:
    '本次请求可见的范围；范围之外与不存在同样回答。What this request may see; what lies outside is answered like what does not exist.',
})
export class CallerScopeType {
  @Field(() => Boolean, { description: '是否为全市。Whether it is the whole city.' })
  wholeCity!: boolean;

  @Field(() => [DivisionCodeScalar], { description: '县级。Divisions of the county level.' })
  counties!: readonly string[];

  @Field(() => [DivisionCodeScalar], { description: '乡级。Divisions of the township level.' })
  townships!: readonly string[];

  @Field(() => [DivisionCodeScalar], { description: '村级。Divisions of the community level.' })
  communities!: readonly string[];

  @Field(() => [GridCodeScalar], {
    nullable: true,
    description: '限于这些全要素网格；不限为 null。Confined to these all-elements grids; null where it is not.',
  })
  grids!: readonly string[] | null;

  @Field(() => [ScopeReadingType], { description: '各类数据可读谁的。Whose rows of each class may be read.' })
  readings!: readonly ScopeReadingType[];
}

/** Declares what another owner shares with the caller. */
@ObjectType('ReceivedGrant', { description: '他方给予调用者的共享授权，今日有效。What another owner shares with the caller today.' })
export class ReceivedGrantType implements Omit<SharingGrant, 'uuid' | 'to'> {
  @Field(() => String, { description: '提供方：部门，或 CITY。The owner: an office, or CITY.' })
  from!: string;

  @Field(() => DataClassEnum, { description: '数据类。The class of data.' })
  dataClass!: DataClass;

  @Field(() => SharingAttributeEnum, { description: '共享属性。How it is shared.' })
  attribute!: SharingAttribute;

  @Field(() => [String], { description: '可为何用途，请求时以 x-purpose 声明。The purposes; a request states one as x-purpose.' })
  purposes!: readonly string[];

  @Field(() => DateScalar, { description: '自此日起有效（含）。In force from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）；不限为 null。No longer in force on this day; null for open.' })
  until!: string | null;
}
