import type { Carrier } from './carrier.js';
import type { ConnectionOptions } from './connection.js';
import type { LiveEvent } from './delivery.js';
import { EventStreamCarrier } from './event-stream-carrier.js';
import type { Following, FollowWish } from './follow-wish.js';
import { StreamFollowing } from './stream-following.js';
import { systemTiming } from './timing.js';
import { WebSocketCarrier } from './websocket-carrier.js';

/** What a client is made with. */
export interface LiveClientOptions extends ConnectionOptions {
  /** `websocket` carries all streams over one socket; `sse`, for networks that break sockets, each over a request of its own. */
  readonly transport?: 'websocket' | 'sse';
  /** How often the platform beats at least, milliseconds; 15 seconds. A stream that misses two and a half beats is dead. */
  readonly heartbeatMs?: number;
}

/** Follows subscriptions of the platform, for ever and without loss. */
export interface LiveClient {
  /** Throws where the query could not be resumed. */
  follow<Event extends LiveEvent = LiveEvent>(wish: FollowWish<Event>): Following;
  /** Stops everything that is followed. */
  close(): void;
}

const carriers: Readonly<Record<'websocket' | 'sse', (options: ConnectionOptions) => Carrier>> = {
  websocket: (options) => new WebSocketCarrier(options),
  sse: (options) => new EventStreamCarrier(options),
};

/** A client of one platform; nothing is connected before something is followed. */
export function liveClient({ transport = 'websocket', heartbeatMs = 15_000, ...options }: LiveClientOptions): LiveClient {
  return clientOver(carriers[transport](options), { heartbeatMs, timing: options.timing ?? systemTiming });
}

/** A client over a carrier of one's own. */
export function clientOver(
  carrier: Carrier,
  rest: { readonly heartbeatMs: number; readonly timing: NonNullable<ConnectionOptions['timing']> },
): LiveClient {
  const followed = new Set<Following>();
  return {
    follow: (wish) => {
      if (wish.query !== '' && !/\$after\b/.test(wish.query))
        throw new TypeError('Expected a query that takes after from the variable $after.');
      const following = new StreamFollowing(wish, { carrier, ...rest });
      followed.add(following);
      const forget = (): void => void followed.delete(following);
      void following.ended.then(forget, forget);
      return following;
    },
    close: () => {
      for (const following of followed) following.stop();
      carrier.close();
    },
  };
}
