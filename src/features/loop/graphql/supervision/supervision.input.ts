import { Field, InputType, Int } from 'type-graphql';

import { DateScalar } from '../../../../graphql/scalars.js';
import { ReasonedStepInput, ResultStepInput } from '../steps/step.input.js';

/** Declares the supervision of a matter. */
@InputType('SuperviseMatterInput', { description: '督办：须限期答复。Supervision: an answer is owed until a day.' })
export class SuperviseMatterInput extends ReasonedStepInput {
  @Field(() => DateScalar, { description: '答复的最后一日。The last day for the answer.' })
  until!: string;
}

/** Declares the answer to a supervision. */
@InputType('AnswerSupervisionInput', { description: '督办答复。The answer to a supervision.' })
export class AnswerSupervisionInput extends ResultStepInput {
  @Field(() => Int, { description: '所答督办的版本号，见 supervisions。Which supervision, by its version; see supervisions.' })
  supervision!: number;
}
