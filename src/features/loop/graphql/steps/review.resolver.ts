import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { ReasonedStepInput, resultOf, ResultStepInput } from './step.input.js';
import { MatterStepResult } from './step-result.js';
import type { StepAnswer, StepsAsked } from './steps-asked.js';

type Context = RequestContext<CityModel>;

/** Takes the steps that end a review otherwise than by a dispatch, and those of whoever reported. */
@Resolver()
export class ReviewResolver {
  readonly #steps: StepsAsked;

  constructor(steps: StepsAsked) {
    this.#steps = steps;
  }

  @Mutation(() => MatterStepResult, { description: '就地解决。Tells that a reported matter was settled on the spot.' })
  settleOnSpot(
    @Arg('input', () => ResultStepInput, { description: '事项与说明。Which matter, and what was done.' }) input: ResultStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'settleOnSpot', input, carried: resultOf(input) }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '退回补正；研判时钟暂停。Returns a matter for missing facts; the clock of the review rests.',
  })
  returnForFacts(
    @Arg('input', () => ReasonedStepInput, { description: '事项与理由。Which matter, and why.' }) input: ReasonedStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'returnForFacts', input, carried: { reason: input.reason } }, context);
  }

  @Mutation(() => MatterStepResult, { description: '补正。Supplies the missing facts.' })
  supplementFacts(
    @Arg('input', () => ResultStepInput, { description: '事项与说明。Which matter, and what was done.' }) input: ResultStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'supplementFacts', input, carried: resultOf(input) }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '不予受理；不在准入清单内的记明版次。Refuses a matter; that it is not on the admission list is kept with the edition.',
  })
  refuseMatter(
    @Arg('input', () => ReasonedStepInput, { description: '事项与理由。Which matter, and why.' }) input: ReasonedStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'refuseMatter', input, carried: { reason: input.reason } }, context);
  }

  @Mutation(() => MatterStepResult, {
    description:
      '转其他法定程序并释明，如已在信访、诉讼中。Explains that another procedure applies, e.g. a petition or a lawsuit that runs.',
  })
  explainMatter(
    @Arg('input', () => ReasonedStepInput, { description: '事项与理由。Which matter, and why.' }) input: ReasonedStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'explainMatter', input, carried: { reason: input.reason } }, context);
  }

  @Mutation(() => MatterStepResult, { description: '上报人撤回。Withdraws a matter; by whoever reported it.' })
  withdrawMatter(
    @Arg('input', () => ReasonedStepInput, { description: '事项与理由。Which matter, and why.' }) input: ReasonedStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'withdrawMatter', input, carried: { reason: input.reason } }, context);
  }
}
