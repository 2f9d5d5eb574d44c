import { Field, InputType, Int } from 'type-graphql';

import { DateScalar, IdScalar, SourceIdScalar } from '../../../../graphql/scalars.js';
import type { Carried } from '../../steps/step.js';

/** Declares what every step on a matter is asked with. */
@InputType()
export abstract class StepInput {
  @Field(() => String, {
    description: '幂等键，1–128 字符；同键重发只执行一次。The idempotency key, 1 to 128 characters; repeated, nothing is done twice.',
  })
  idempotencyKey!: string;

  @Field(() => IdScalar, { description: '事项。The matter.' })
  matter!: string;

  @Field(() => Int, {
    description:
      '所见事项的版本；期间已变更则返回 CONFLICT。The version that the caller saw; answers CONFLICT when it has changed meanwhile.',
  })
  expectedVersion!: number;
}

/** Declares a step that needs nothing more. */
@InputType('PlainStepInput', { description: '对事项的一步。A step on a matter.' })
export class PlainStepInput extends StepInput {}

/** Declares a step that needs a reason. */
@InputType('ReasonedStepInput', { description: '须附理由的一步。A step that needs a reason.' })
export class ReasonedStepInput extends StepInput {
  @Field(() => String, {
    description:
      '理由，1–1000 字，不得含个人信息；密封事项不存其文。The reason, 1 to 1,000 characters that name no person; of a sealed matter its words are not kept.',
  })
  reason!: string;
}

/** Declares a step that tells a result. */
@InputType('ResultStepInput', { description: '须附结果说明的一步。A step that tells what was done or found.' })
export class ResultStepInput extends StepInput {
  @Field(() => String, {
    description:
      '结果说明，1–1000 字，不得含个人信息；密封事项不存其文。What was done or found, 1 to 1,000 characters that name no person; of a sealed matter its words are not kept.',
  })
  result!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '何日完成（城市时区），不得晚于今天。The day on which it was done, in the city’s time zone; never after today.',
  })
  doneOn?: string | null;
}

/** What a told result carries. */
export function resultOf({ result, doneOn }: ResultStepInput): Pick<Carried, 'result' | 'doneOn'> {
  return { result, doneOn: doneOn ?? null };
}

/** Declares the dispatch of a matter. */
@InputType('DispatchMatterInput', { description: '派单。The dispatch of a matter to one organisation.' })
export class DispatchMatterInput extends StepInput {
  @Field(() => SourceIdScalar, { description: '承办组织的代码。A code of the organisation that is to handle it.' })
  organisation!: string;

  @Field(() => String, {
    nullable: true,
    description: '立案条件，决定时限；见 timeLimits。The condition that picks the limit; see timeLimits.',
  })
  condition?: string | null;
}
