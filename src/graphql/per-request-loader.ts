import DataLoader from 'dataloader';

import type { RequestContext } from './request-context.js';

/** Fetches the values of many keys at once; answers in the order of the keys, an `Error` in the place of a key that failed. */
export type Batch<Key, Value, Model> = (keys: readonly Key[], context: RequestContext<Model>) => Promise<readonly (Value | Error)[]>;

/**
 * Makes a loader that lives as long as one request, so that no principal ever meets another's values and nothing grows stale.
 * Calls within one tick become one batch of at most 1,000 keys.
 */
export function perRequest<Key extends string, Value, Model = unknown>(
  name: string,
  batch: Batch<Key, Value, Model>,
): (context: RequestContext<Model>) => DataLoader<Key, Value> {
  const loaders = new WeakMap<RequestContext<Model>, DataLoader<Key, Value>>();
  return (context) => {
    const known = loaders.get(context);
    if (known) return known;
    const loader = new DataLoader<Key, Value>((keys) => batch(keys, context), { name, maxBatchSize: 1000 });
    loaders.set(context, loader);
    return loader;
  };
}
