import type { PubSub } from 'type-graphql';

/**
 * Stands in for the pub/sub that the schema builder insists on and that no subscription of ours uses: each returns a stream
 * of its own, as one slow subscriber of the library's would end the process. Throws when something uses it after all.
 */
export const noPubSub: PubSub = { publish: refused, subscribe: refused };

function refused(): never {
  throw new Error('Expected a subscription with its own subscribe, got one by topics.');
}
