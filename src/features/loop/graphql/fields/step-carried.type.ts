import { Field, Int, ObjectType } from 'type-graphql';

import { DateScalar, SourceIdScalar } from '../../../../graphql/scalars.js';
import { LimitUnitEnum } from '../../../clocks/graphql/index.js';
import type { LimitUnit } from '../../../clocks/index.js';
import type { Carried } from '../../steps/step.js';
import { StepDecisionEnum } from '../steps/step-decision.enum.js';

/** Declares what a step carried besides its words. */
@ObjectType('StepCarried', { description: '一步所附的内容（理由另列）。What a step carried besides its words.' })
export class StepCarriedType {
  @Field(() => [SourceIdScalar], { description: '所列组织的代码，首个牵头。Codes of the organisations named, the first leads.' })
  organisations!: readonly string[];

  @Field(() => DateScalar, { nullable: true, description: '截止日期。The last day.' })
  until!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '完成日期。The day on which it was done.' })
  doneOn!: string | null;

  @Field(() => String, { nullable: true, description: '立案条件。The condition of the limit.' })
  condition!: string | null;

  @Field(() => StepDecisionEnum, { nullable: true, description: '决定。The decision.' })
  decision!: Carried['decision'];

  @Field(() => Int, { nullable: true, description: '时限数量。The amount of a limit.' })
  limitAmount!: number | null;

  @Field(() => LimitUnitEnum, { nullable: true, description: '时限单位。The unit of a limit.' })
  limitUnit!: LimitUnit | null;

  @Field(() => Int, { nullable: true, description: '据准入清单第几版。The edition of the admission list it was judged by.' })
  admissionEdition!: number | null;

  @Field(() => Int, { nullable: true, description: '据“吹哨”清单第几版。The edition of the whistle list.' })
  whistleEdition!: number | null;

  @Field(() => Int, { nullable: true, description: '据“报到”清单第几版。The edition of the duty list.' })
  dutyEdition!: number | null;

  @Field(() => Boolean, { nullable: true, description: '是否派给首接组织。Whether it went to the first receiver.' })
  toFirstReceiver!: boolean | null;
}
