import { Field, InputType } from 'type-graphql';

import { ResultStepInput, StepInput } from './step.input.js';

/** Declares feedback of a department. */
@InputType('SubmitFeedbackInput', { description: '反馈。Feedback of those who handle the matter.' })
export class SubmitFeedbackInput extends ResultStepInput {
  @Field(() => Boolean, {
    description: '是否为最终结果；是则转入核实。Whether this is the result: the matter is verified next.',
  })
  final!: boolean;
}

/** Declares what was found on the spot. */
@InputType('VerifyMatterInput', { description: '核实结论。What whoever verifies found.' })
export class VerifyMatterInput extends StepInput {
  @Field(() => Boolean, {
    description: '是否已解决；否则退回原承办组织返工。Whether it is solved; if not, it goes back to whoever handled it.',
  })
  passed!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      '说明，1–1000 字，不得含个人信息；未解决时必填。Why, 1 to 1,000 characters that name no person; needed where it is not solved.',
  })
  reason?: string | null;
}

/** Declares a confirmation by a resident's code. */
@InputType('ConfirmByCodeInput', { description: '凭居民确认码确认。A confirmation by the resident’s code.' })
export class ConfirmByCodeInput extends StepInput {
  @Field(() => String, { description: '确认码，8 个字母或数字，一次有效。The code, 8 letters and digits, good for once.' })
  code!: string;
}
