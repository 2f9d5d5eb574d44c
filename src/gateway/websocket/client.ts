import type { ConnectionInitMessage, Context } from 'graphql-ws';

import type { KnownSocket } from './known-socket.js';

/** What graphql-ws carries beside a client: ours, under its open type. */
export type ClientExtra = KnownSocket & Record<PropertyKey, unknown>;

/** One client of the subscriptions: a socket, what it said at its start, and what runs on it. */
export type SocketClient = Context<ConnectionInitMessage['payload'], ClientExtra>;
