import { orRefusal, type RefusalValue } from '../../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { MatterChangedValue } from '../../../matters/graphql/index.js';
import type { ConfirmationCodes } from '../../confirmation/issue-code.js';
import { matterUuidOf } from '../../steps/matter-named.js';
import { type Carried, nothingCarried } from '../../steps/step.js';
import type { ClosedLoop, StepWish } from '../../steps/take-step.js';
import type { StepInput } from './step.input.js';

/** What a mutation on a matter answers. */
export type StepAnswer = Promise<MatterChangedValue | RefusalValue>;

/** A step as a mutation asks for it. */
export interface AskedStep {
  readonly mutation: Parameters<ClosedLoop['take']>[2];
  /** The name of the step where it is not the mutation's. */
  readonly step?: string;
  readonly input: StepInput;
  readonly carried?: Partial<Carried>;
}

/** Takes the steps that mutations ask for, and answers with the matter as it is afterwards, or the refusal. */
export class StepsAsked {
  readonly #loop: ClosedLoop;
  readonly #codes: Pick<ConfirmationCodes, 'countTry'>;

  constructor(loop: ClosedLoop, codes: Pick<ConfirmationCodes, 'countTry'>) {
    this.#loop = loop;
    this.#codes = codes;
  }

  take(asked: AskedStep, context: RequestContext<CityModel>): StepAnswer {
    return orRefusal(context.language, async () => {
      const taken = await this.#loop.take(wishOf(asked), context, asked.mutation);
      const { idempotentReplay } = taken;
      return { typeName: 'MatterChanged' as const, matter: await this.#loop.matterAfter(taken, context.scope), idempotentReplay };
    });
  }

  /** Takes a step that is proved by a code: the try is counted first, whatever becomes of it. */
  confirm(asked: AskedStep, context: RequestContext<CityModel>): StepAnswer {
    return orRefusal(context.language, async () => {
      await this.#codes.countTry(wishOf(asked), context);
      return this.take(asked, context);
    });
  }
}

function wishOf({ mutation, step = mutation, input, carried }: AskedStep): StepWish {
  const { idempotencyKey, matter, expectedVersion } = input;
  return { idempotencyKey, expectedVersion, step, matterUuid: matterUuidOf('matter', matter), carried: { ...nothingCarried, ...carried } };
}
