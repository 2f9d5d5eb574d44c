import { LRUCache } from 'lru-cache';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { LogPoint } from '../../features/live/index.js';
import type { RequestContext } from '../../graphql/request-context.js';

type Context = RequestContext<CityModel>;

/** How long what was looked up for one delivery serves others, milliseconds. */
const sharedMs = 500;
const mostContexts = 1_000;

/**
 * The contexts of deliveries: those of one event to readers with equal rights share one, for half a second, and with it its loaders. A thousand
 * subscriptions that differ in what they want then look up one event's matter, grid and organisation once, and not a thousand times. Never for
 * a document that answers its caller by name, nor where reads are audited by name.
 */
export class SharedContexts {
  readonly #contexts = new LRUCache<string, Context>({ max: mostContexts, ttl: sharedMs });

  of(rights: string, { epoch, position }: LogPoint, make: () => Context): Context {
    const key = `${position}/${epoch}/${rights}`;
    const known = this.#contexts.get(key);
    if (known) return known;
    const context = make();
    this.#contexts.set(key, context);
    return context;
  }
}
