import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { PlainStepInput, ReasonedStepInput, resultOf } from './step.input.js';
import { MatterStepResult } from './step-result.js';
import type { StepAnswer, StepsAsked } from './steps-asked.js';
import { SubmitFeedbackInput } from './verification.input.js';
import { FormJointTeamInput } from './whistle.input.js';

type Context = RequestContext<CityModel>;

/** Takes the steps of those who handle a matter. */
@Resolver()
export class HandlingResolver {
  readonly #steps: StepsAsked;

  constructor(steps: StepsAsked) {
    this.#steps = steps;
  }

  @Mutation(() => MatterStepResult, { description: '承办组织受理。The organisation accepts the matter.' })
  acceptMatter(
    @Arg('input', () => PlainStepInput, { description: '所指事项。Which matter.' }) input: PlainStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'acceptMatter', input }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '承办组织提出异议；第二次异议后由县级确定。The organisation objects; after the second objection the county level decides.',
  })
  objectToDispatch(
    @Arg('input', () => ReasonedStepInput, { description: '事项与理由。Which matter, and why.' }) input: ReasonedStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'objectToDispatch', input, carried: { reason: input.reason } }, context);
  }

  @Mutation(() => MatterStepResult, { description: '组建三级联动小组。Forms a joint team over the levels.' })
  formJointTeam(
    @Arg('input', () => FormJointTeamInput, { description: '成员。The members.' }) input: FormJointTeamInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'formJointTeam', input, carried: { team: input.members } }, context);
  }

  @Mutation(() => MatterStepResult, { description: '开始处置。Begins to handle the matter.' })
  beginHandling(
    @Arg('input', () => PlainStepInput, { description: '所指事项。Which matter.' }) input: PlainStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'beginHandling', input }, context);
  }

  @Mutation(() => MatterStepResult, { description: '反馈；最终结果转入核实。Gives feedback; a final one is verified next.' })
  submitFeedback(
    @Arg('input', () => SubmitFeedbackInput, { description: '反馈内容。The feedback.' }) input: SubmitFeedbackInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const step = input.final ? 'submitResult' : 'submitFeedback';
    return this.#steps.take({ mutation: 'submitFeedback', step, input, carried: resultOf(input) }, context);
  }
}
