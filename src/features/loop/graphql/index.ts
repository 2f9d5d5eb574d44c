import type { ClosedLoop } from '../steps/take-step.js';
import { DispatchResolver } from './steps/dispatch.resolver.js';
import { OfficeStepResolver } from './steps/office-step.resolver.js';
import { StepsAsked } from './steps/steps-asked.js';

/** What the loop's resolvers are answered from. */
export interface LoopSources {
  readonly loop: ClosedLoop;
}

/** The resolvers of the loop. */
export function loopResolvers({ loop }: LoopSources): readonly object[] {
  const steps = new StepsAsked(loop);
  return [new DispatchResolver(steps), new OfficeStepResolver(steps)];
}
