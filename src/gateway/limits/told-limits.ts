import type { ToldLimits } from '../../features/access/index.js';
import { largestPageOf } from '../../graphql/page.js';
import type { Principal } from '../../kernel/principal.js';
import { limitClassOf, limitsOfClass, rateWindowSeconds, socketLimits } from './limit-table.js';

/** The limits of a principal, as `whoAmI` tells them. */
export function toldLimitsOf(principal: Principal): ToldLimits {
  const documents = limitClassOf(principal);
  return {
    documents,
    pageSize: largestPageOf(principal),
    ...limitsOfClass[documents],
    windowSeconds: rateWindowSeconds,
    sockets: socketLimits.ofPrincipal,
    subscriptionsASocket: socketLimits.subscriptions,
  };
}
