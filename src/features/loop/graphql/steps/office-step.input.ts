import { Field, InputType } from 'type-graphql';

import { DateScalar, SourceIdScalar } from '../../../../graphql/scalars.js';
import { StepInput } from './step.input.js';
import { StepDecisionEnum } from './step-decision.enum.js';

/** Declares a step that only an office's own procedure knows. */
@InputType('OfficeStepInput', { description: '部门自有流程的一步。A step of the office’s own procedure.' })
export class OfficeStepInput extends StepInput {
  @Field(() => String, {
    description:
      '步骤名，如 fileCase、referPetition；当前可行的见拒绝中的 allowed。The name of the step, as the refusal’s allowed lists it, e.g. fileCase, referPetition.',
  })
  step!: string;

  @Field(() => String, {
    nullable: true,
    description: '理由，1–1000 字，不得含个人信息。The reason, 1 to 1,000 characters that name no person.',
  })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '结果说明，1–1000 字，不得含个人信息。What was done or found, 1 to 1,000 characters that name no person.',
  })
  result?: string | null;

  @Field(() => [SourceIdScalar], {
    nullable: true,
    description: '转交的组织代码，首个牵头。Codes of the organisations that it goes to; the first leads.',
  })
  organisations?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: '截止日期。By which day.' })
  until?: string | null;

  @Field(() => StepDecisionEnum, { nullable: true, description: '决定。The decision.' })
  decision?: 'GRANTED' | 'REFUSED' | null;

  @Field(() => String, {
    nullable: true,
    description: '立案条件，决定时限；见 timeLimits。The condition that picks the limit; see timeLimits.',
  })
  condition?: string | null;
}
