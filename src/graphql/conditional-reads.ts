import { type ConditionalRead, readsOnCondition } from '../kernel/conditional-reads.js';
import type { RequestContext } from './request-context.js';

/** What a request, or one delivery of a subscription, has read under conditional grants by now; whole once its answer is made, before it leaves. */
export function conditionalReadsOf({ scope }: Pick<RequestContext, 'scope'>): readonly ConditionalRead[] {
  return readsOnCondition(scope);
}
