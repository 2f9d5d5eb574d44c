import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { PlainStepInput, ReasonedStepInput } from '../steps/step.input.js';
import { MatterStepResult } from '../steps/step-result.js';
import type { StepAnswer, StepsAsked } from '../steps/steps-asked.js';
import { DecideAppealInput, DecideExtensionInput, RequestExtensionInput, SuspendMatterInput } from './time.input.js';

type Context = RequestContext<CityModel>;

/** Takes the steps that change the time a matter has: extension, suspension, appeal. */
@Resolver()
export class TimeResolver {
  readonly #steps: StepsAsked;

  constructor(steps: StepsAsked) {
    this.#steps = steps;
  }

  @Mutation(() => MatterStepResult, {
    description:
      '申请延期：超期前，至多两次，每次至多一个原时限。Asks for more time: before it is over, twice at most, each by the original limit at most.',
  })
  requestExtension(
    @Arg('input', () => RequestExtensionInput, { description: '申请。The request.' }) input: RequestExtensionInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const carried = { reason: input.reason, own: { amount: input.amount } };
    return this.#steps.take({ mutation: 'requestExtension', input, carried }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '审批延期；不得由申请人审批。Decides a request for more time; by another than who asked.',
  })
  decideExtension(
    @Arg('input', () => DecideExtensionInput, { description: '决定。The decision.' }) input: DecideExtensionInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const carried = { decision: input.decision, reason: input.reason ?? null };
    return this.#steps.take({ mutation: 'decideExtension', input, carried }, context);
  }

  @Mutation(() => MatterStepResult, {
    description:
      '挂账：一次，至多一年，未超期；时钟暂停。Puts a matter aside: once, a year at most, before it is overdue; its clocks rest.',
  })
  suspendMatter(
    @Arg('input', () => SuspendMatterInput, { description: '挂账内容。Until when, and why.' }) input: SuspendMatterInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const carried = { reason: input.reason, until: input.until };
    return this.#steps.take({ mutation: 'suspendMatter', input, carried }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '恢复挂账事项；到期自行恢复。Resumes a suspended matter; it resumes by itself after its last day.',
  })
  resumeMatter(
    @Arg('input', () => PlainStepInput, { description: '所指事项。Which matter.' }) input: PlainStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'resumeMatter', input }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '对超期结项事项申诉，每件一次。Appeals against the overdue mark of a closed matter, once for each.',
  })
  appealOverdue(
    @Arg('input', () => ReasonedStepInput, { description: '事项与理由。Which matter, and why.' }) input: ReasonedStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'appealOverdue', input, carried: { reason: input.reason } }, context);
  }

  @Mutation(() => MatterStepResult, {
    description: '裁定申诉；准许则标记豁免，超期事实保留。Decides an appeal; granted, an exemption is flagged and the overdue fact stays.',
  })
  decideAppeal(
    @Arg('input', () => DecideAppealInput, { description: '决定与理由。The decision, and why.' }) input: DecideAppealInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const carried = { decision: input.decision, reason: input.reason };
    return this.#steps.take({ mutation: 'decideAppeal', input, carried }, context);
  }
}
