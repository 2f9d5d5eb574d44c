import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** One delivery of `matterEvents`, with the fields that {@link liveQuery} asks for. */
export interface Delivery {
  readonly __typename: 'MatterEvent' | 'StreamGap' | 'Heartbeat';
  readonly cursor: string;
  readonly serverTime?: string;
  readonly eventId?: string;
  readonly position?: number;
  readonly kind?: string;
  readonly transition?: { readonly toState: string; readonly version: number } | null;
  readonly matter?: {
    readonly id: string;
    readonly title: string;
    readonly state: string;
    readonly grid: { readonly code: string } | null;
    readonly keeper: { readonly name: string };
  };
  readonly reason?: string;
}

/** A subscription as a screen writes it. */
export const liveQuery = `subscription Live($after: Cursor, $where: MatterEventFilter) { matterEvents(after: $after, where: $where) { __typename
  ... on MatterEvent { cursor eventId position kind transition { toState version } matter { id title state grid { code } keeper { name } } }
  ... on Heartbeat { cursor serverTime } ... on StreamGap { reason } } }`;

/** What a subscription is asked by. */
export interface LiveWish {
  readonly after?: string | null;
  readonly where?: Readonly<Record<string, unknown>> | null;
}

/** A reader of live changes, over the client that screens use. */
export interface LiveReader {
  /** The next delivery; fails with the errors where the stream answers some. */
  next(): Promise<Delivery>;
  /** The next change, heartbeats passed over. */
  nextEvent(): Promise<Delivery>;
  stop(): Promise<void>;
}

/** A client of the platform at `base` that never connects again by itself; `token` is a token or key that it proves itself with, `purpose` what it reads for. */
export function liveClient(base: string, token?: string, purpose?: string): Client {
  const connectionParams = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(purpose === undefined ? {} : { purpose }),
  };
  return createClient({
    url: `${base.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
    connectionParams,
  });
}

/** Opens a stream of changes. */
export function read(client: Client, { after = null, where = null }: LiveWish = {}): LiveReader {
  const deliveries = client.iterate<{ readonly matterEvents: Delivery }>({ query: liveQuery, variables: { after, where } });
  const next = async (): Promise<Delivery> => {
    const { value, done } = await deliveries.next();
    if (done) throw new Error('The stream ended.');
    if (value.errors) throw new StreamRefused(value.errors[0]!.message, String(value.errors[0]!.extensions?.['code']));
    return value.data!.matterEvents;
  };
  const nextEvent = async (): Promise<Delivery> => {
    for (;;) {
      const delivery = await next();
      if (delivery.__typename !== 'Heartbeat') return delivery;
    }
  };
  return { next, nextEvent, stop: async () => void (await deliveries.return?.()) };
}

/** A stream answered an error. */
export class StreamRefused extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}
