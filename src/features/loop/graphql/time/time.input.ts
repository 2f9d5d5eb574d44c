import { Field, InputType, Int } from 'type-graphql';

import { DateScalar } from '../../../../graphql/scalars.js';
import { ReasonedStepInput, StepInput } from '../steps/step.input.js';
import { StepDecisionEnum } from '../steps/step-decision.enum.js';

/** Declares a request for more time. */
@InputType('RequestExtensionInput', { description: '延期申请。A request for more time.' })
export class RequestExtensionInput extends ReasonedStepInput {
  @Field(() => Int, {
    description: '延长多少，单位同原时限，1 至原时限。How much more, in the unit of the original limit, 1 to the original limit.',
  })
  amount!: number;
}

/** Declares the decision on what somebody asked for. */
@InputType('DecideExtensionInput', { description: '延期审批。The decision on a request for more time.' })
export class DecideExtensionInput extends StepInput {
  @Field(() => StepDecisionEnum, { description: '决定。The decision.' })
  decision!: 'GRANTED' | 'REFUSED';

  @Field(() => String, { nullable: true, description: '理由，至多 1000 字。Why, at most 1,000 characters.' })
  reason?: string | null;
}

/** Declares the decision on an appeal. */
@InputType('DecideAppealInput', { description: '申诉裁定，须附理由。The decision on an appeal, with its reason.' })
export class DecideAppealInput extends ReasonedStepInput {
  @Field(() => StepDecisionEnum, { description: '决定。The decision.' })
  decision!: 'GRANTED' | 'REFUSED';
}

/** Declares that a matter is put aside. */
@InputType('SuspendMatterInput', { description: '挂账。Putting a matter aside until a day.' })
export class SuspendMatterInput extends ReasonedStepInput {
  @Field(() => DateScalar, {
    description: '最后一日，至多一年；其后自行恢复。The last day, a year ahead at most; after it the matter goes on.',
  })
  until!: string;
}
