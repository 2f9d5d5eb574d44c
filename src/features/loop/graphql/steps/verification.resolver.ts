import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { Scores } from '../../evaluation/evaluation.js';
import { EvaluateMatterInput } from './evaluation.input.js';
import { PlainStepInput } from './step.input.js';
import { MatterStepResult } from './step-result.js';
import type { StepAnswer, StepsAsked } from './steps-asked.js';
import { ConfirmByCodeInput, VerifyMatterInput } from './verification.input.js';

type Context = RequestContext<CityModel>;

/** Takes the steps after a result: verified by others than who handled it, closed, evaluated. */
@Resolver()
export class VerificationResolver {
  readonly #steps: StepsAsked;

  constructor(steps: StepsAsked) {
    this.#steps = steps;
  }

  @Mutation(() => MatterStepResult, {
    description:
      '核实；未解决的退回返工；不得核实本人或本单位办理的事项。Verifies a result; what is not solved goes back. Nobody verifies work of their own.',
  })
  verifyMatter(
    @Arg('input', () => VerifyMatterInput, { description: '结论。What was found.' }) input: VerifyMatterInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const step = input.passed ? 'verifyMatter' : 'sendBackForRework';
    return this.#steps.take({ mutation: 'verifyMatter', step, input, carried: { reason: input.reason ?? null } }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '凭居民确认码确认结果；错 5 次锁定。Confirms a result by the resident’s code; five wrong ones lock it.',
  })
  confirmByCode(
    @Arg('input', () => ConfirmByCodeInput, { description: '确认码。The code.' }) input: ConfirmByCodeInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.confirm({ mutation: 'confirmByCode', input, carried: { code: input.code } }, context);
  }

  @Mutation(() => MatterStepResult, { description: '结项。Closes a verified matter.' })
  closeMatter(
    @Arg('input', () => PlainStepInput, { description: '所指事项。Which matter.' }) input: PlainStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'closeMatter', input }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '综合评价；双方互评，每方对同一组织一次。Judges the other side, each organisation once.',
  })
  evaluateMatter(
    @Arg('input', () => EvaluateMatterInput, { description: '评价。What is said.' }) input: EvaluateMatterInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'evaluateMatter', input, carried: { scores: scoresOf(input) } }, context);
  }
}

function scoresOf({ side, organisation, responded, solved, satisfied, score }: EvaluateMatterInput): Scores {
  const answers = { responded: responded ?? null, solved: solved ?? null, satisfied: satisfied ?? null };
  return { side, organisation: organisation ?? null, ...answers, score: score ?? null };
}
