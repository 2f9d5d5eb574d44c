import { Field, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { DateScalar, DivisionCodeScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { LimitRow } from '../limits/limit-row.js';
import type { LimitUnit } from '../limits/time-limit.js';
import { LimitUnitEnum } from './limit-unit.enum.js';

/** Declares a row of the city's table of time limits. */
@ObjectType('TimeLimit', {
  description: '时限：某环节对某类事项、在某条件下多久。How long a clock runs for some matters, under a condition; null stands for all.',
})
export class TimeLimitType implements Omit<LimitRow, 'uuid'> {
  @Field(() => String, {
    description: '程序：common 为通用，否则为部门键。The procedure: common, or the key of the office whose own it is.',
  })
  procedure!: string;

  @Field(() => String, { description: '环节，如 REVIEW、HANDLING。The clock, such as REVIEW or HANDLING.' })
  clock!: string;

  @Field(() => String, { nullable: true, description: '类别标准。The standard of the category.' })
  standard!: string | null;

  @Field(() => String, { nullable: true, description: '类别种类：MATTER 或 COMPONENT。The kind of the category, MATTER or COMPONENT.' })
  kind!: string | null;

  @Field(() => SourceIdScalar, {
    nullable: true,
    description: '类别代码；上级类别的时限适用于其下各类。The code of the category; a parent’s limit holds for its children.',
  })
  categoryCode!: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '适用的行政区划。The division it holds in.' })
  divisionCode!: string | null;

  @Field(() => String, { description: '立案条件代码；空串为一般情形。The code of the condition; empty for the usual case.' })
  condition!: string;

  @Field(() => String, { nullable: true, description: '立案条件的文字。What the condition says.' })
  conditionZh!: string | null;

  @Field(() => Int, { description: '数值。How many of the unit.' })
  amount!: number;

  @Field(() => LimitUnitEnum, { description: '单位。The unit.' })
  unit!: LimitUnit;

  @Field(() => String, { nullable: true, description: '依据文件。The document that sets it.' })
  document!: string | null;

  @Field(() => DateScalar, { description: '自此日起（含）。From this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。Until this day, exclusive.' })
  validTo!: string | null;
}

/** Declares a list of time limits. */
export const TimeLimitConnection = connectionType<LimitRow>({ name: 'TimeLimit', zh: '时限', en: 'time limits' }, () => TimeLimitType);
