import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { DispatchMatterInput, PlainStepInput } from './step.input.js';
import { MatterStepResult } from './step-result.js';
import type { StepAnswer, StepsAsked } from './steps-asked.js';
import { BlowWhistleInput } from './whistle.input.js';

type Context = RequestContext<CityModel>;

/** Takes the steps that decide who handles a matter. */
@Resolver()
export class DispatchResolver {
  readonly #steps: StepsAsked;

  constructor(steps: StepsAsked) {
    this.#steps = steps;
  }

  @Mutation(() => MatterStepResult, { description: '开始研判。Takes a reported matter under review.' })
  reviewMatter(
    @Arg('input', () => PlainStepInput, { description: '所指事项。Which matter.' }) input: PlainStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'reviewMatter', input }, context);
  }

  @Mutation(() => MatterStepResult, { description: '派单给一个承办组织。Dispatches a matter to one organisation.' })
  dispatchMatter(
    @Arg('input', () => DispatchMatterInput, { description: '派单内容。The dispatch.' }) input: DispatchMatterInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const carried = { organisations: [input.organisation], condition: input.condition ?? null };
    return this.#steps.take({ mutation: 'dispatchMatter', input, carried }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '吹哨：召集几个组织，第一个牵头。Whistles for several organisations, of which the first leads.',
  })
  blowWhistle(
    @Arg('input', () => BlowWhistleInput, { description: '吹哨内容。The whistle.' }) input: BlowWhistleInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const carried = { organisations: input.organisations, condition: input.condition ?? null };
    return this.#steps.take({ mutation: 'blowWhistle', input, carried }, context);
  }
}
