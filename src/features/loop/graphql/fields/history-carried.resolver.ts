import { FieldResolver, Resolver, Root } from 'type-graphql';

import type { TimeLimit } from '../../../clocks/index.js';
import { MatterTransitionType } from '../../../matters/graphql/index.js';
import type { MatterTransition } from '../../../matters/index.js';
import { StepCarriedType } from './step-carried.type.js';

/** Adds to each step of a history what it carried. */
@Resolver(() => MatterTransitionType)
export class HistoryCarriedResolver {
  @FieldResolver(() => StepCarriedType, {
    nullable: true,
    description: '此步所附的内容；无则为 null。What the step carried; null for nothing.',
  })
  carried(@Root() { carried }: MatterTransition): StepCarriedType | null {
    if (carried === null) return null;
    const kept = carried as Partial<StepCarriedType> & { readonly limit?: TimeLimit };
    return {
      organisations: kept.organisations ?? [],
      until: kept.until ?? null,
      doneOn: kept.doneOn ?? null,
      condition: kept.condition ?? null,
      decision: kept.decision ?? null,
      limitAmount: kept.limit?.amount ?? null,
      limitUnit: kept.limit?.unit ?? null,
      admissionEdition: kept.admissionEdition ?? null,
      whistleEdition: kept.whistleEdition ?? null,
      dutyEdition: kept.dutyEdition ?? null,
      toFirstReceiver: kept.toFirstReceiver ?? null,
    };
  }
}
