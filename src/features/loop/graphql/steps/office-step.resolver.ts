import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { orRefusal } from '../../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { officeStep } from '../../steps/office-step.js';
import { OfficeStepInput } from './office-step.input.js';
import { MatterStepResult } from './step-result.js';
import type { StepAnswer, StepsAsked } from './steps-asked.js';

/** Takes the steps that only offices' own procedures know. */
@Resolver()
export class OfficeStepResolver {
  readonly #steps: StepsAsked;

  constructor(steps: StepsAsked) {
    this.#steps = steps;
  }

  @Mutation(() => MatterStepResult, {
    description:
      '部门自有流程的一步，如城管立案、信访转送；公共流程的步骤有各自的操作。Takes a step of the office’s own procedure, such as the filing of a case or the referral of a petition; steps of the common loop have mutations of their own.',
  })
  takeOfficeStep(
    @Arg('input', () => OfficeStepInput, { description: '所取步骤。The step.' }) input: OfficeStepInput,
    @Ctx() context: RequestContext<CityModel>,
  ): StepAnswer {
    const { reason = null, result = null, organisations, until = null, decision = null, condition = null } = input;
    const carried = { reason, result, organisations: organisations ?? [], until, decision, condition };
    return orRefusal(context.language, async () => {
      const step = officeStep(input.step);
      return await this.#steps.take({ mutation: 'takeOfficeStep', step, input, carried }, context);
    });
  }
}
