import type { Server } from 'node:http';

import type { FormattedExecutionResult, GraphQLError } from 'graphql';
import { type ConnectionInitMessage, GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CityError } from '../../kernel/city-error.js';
import { contextFor, requestIdOf } from '../context/make-context.js';
import { socketLimits } from '../limits/limit-table.js';
import { shareSubscription } from '../sharing/share-subscription.js';
import { admitSubscription } from '../subscribing/admit-subscription.js';
import { cutOffOf } from '../subscribing/cut-off.js';
import type { SubscriptionNeeds } from '../subscribing/needs.js';
import { type Teller, tellErrors } from '../subscribing/tell-errors.js';
import type { ClientExtra, SocketClient } from './client.js';
import { IdleSockets } from './idle-sockets.js';
import { admit, isEnded } from './known-socket.js';
import { SocketFlow } from './socket-flow.js';
import { guardSocket } from './socket-guard.js';
import { SocketSink } from './socket-sink.js';
import { SocketsOfPrincipals } from './sockets-of-principals.js';
import { acceptUpgrades } from './upgrade.js';

/** Subscriptions over WebSocket on the path of GraphQL. */
export interface Subscriptions {
  /** Tells every socket that the server restarts (1012) and closes, within a few seconds. */
  close(): Promise<void>;
}

const restart = 1012;
const tryAgainLater = 1013;
/** How long a socket may take to answer its closing; one whose peer never reads would keep the process for half a minute. */
const lastWordsMs = 2_000;

/** Serves subscriptions, and nothing else, over `graphql-transport-ws`; queries and mutations belong to HTTP. */
export function serveSubscriptions(server: Server, needs: SubscriptionNeeds): Subscriptions {
  const sockets = guardedSockets();
  acceptUpgrades(server, sockets);
  const idle = new IdleSockets();
  const counts = new SocketsOfPrincipals();
  const origins = new WeakMap<object, Origin>();
  const disposable = useServer<ConnectionInitMessage['payload'], ClientExtra>(
    {
      connectionInitWaitTimeout: 3_000,
      onConnect: async (client) => {
        if (!(await admit(client, needs)) || !counts.admit(client)) return false;
        idle.watch(client);
        return true;
      },
      onSubscribe: async (client, id, payload) => {
        const admitted = await admitSubscription(payload, () => contextOf(client, needs), needs);
        if (!Array.isArray(admitted)) origins.set(admitted, { client, id });
        return admitted;
      },
      subscribe: (args) => shareSubscription(args, sinkOf(origins.get(args)!, needs), needs),
      onClose: ({ extra }) => extra.unwatch?.(),
      onError: (client, _id, _payload, errors) => {
        for (const error of errors) closeIfCutOff(error, client);
        return tellErrors(errors, tellerOf(client), needs);
      },
      // Only what is refused before it begins comes this way; answers of streams are written by their sinks.
      onNext: (client, _id, _payload, _args, { errors, ...rest }) =>
        (errors ? { ...rest, errors: tellErrors(errors, tellerOf(client), needs) } : rest) as FormattedExecutionResult,
    },
    sockets,
  );
  sockets.on('connection', quietErrors);
  return {
    close: async () => {
      idle.stop();
      for (const client of sockets.clients) client.close(restart, 'the server restarts');
      const overdue = setTimeout(() => sockets.clients.forEach((client) => client.terminate()), lastWordsMs);
      await disposable.dispose();
      clearTimeout(overdue);
    },
  };
}

function guardedSockets(): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.messageBytes,
    maxFragments: socketLimits.fragments,
    // What unpacks to more than it weighs is not taken at all.
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false),
  });
  sockets.on('connection', guardSocket);
  return sockets;
}

/** A frame against the protocol closes its socket with the code for it (1002, 1009 …); the library would print a stack for each besides. */
function quietErrors(socket: WebSocket): void {
  socket.removeAllListeners('error');
  socket.on('error', () => undefined);
}

/** Which subscription of which client execution arguments were made for. */
interface Origin {
  readonly client: SocketClient;
  readonly id: string;
}

function sinkOf({ client: { extra }, id }: Origin, { sources }: SubscriptionNeeds): SocketSink {
  extra.flow ??= new SocketFlow(extra.socket);
  return new SocketSink(extra.flow, id, () => !isEnded(extra, sources.watch));
}

/** Throws `LIMIT` where too many run on the socket, the one that is asked for among them. */
function contextOf({ extra, subscriptions }: SocketClient, { sources }: SubscriptionNeeds): RequestContext<CityModel> {
  if (Object.keys(subscriptions).length > socketLimits.subscriptions) throw tooManyHere();
  const { headers } = extra.request;
  return contextFor(extra.principal!, { headers, requestId: requestIdOf(headers), purpose: extra.purpose ?? null }, sources);
}

/**
 * A running stream that ends without its client's wish closes the socket, since clients connect again after 1012 and 1013 but take an
 * error for the end of the subscription. The reason names the cursor; the answer that would follow is not sent any more.
 */
function closeIfCutOff(error: GraphQLError, { extra: { socket } }: SocketClient): void {
  const cutOff = cutOffOf(error);
  if (cutOff === null) return;
  const { isLagged, resume } = cutOff;
  const [code, what] = isLagged ? [tryAgainLater, 'lagged'] : [restart, 'the server restarts'];
  socket.close(code, resume === null ? what : `${what}, resume from ${resume}`);
}

function tellerOf({ extra: { principal, request } }: SocketClient): Teller {
  return { principal, headers: request.headers };
}

function tooManyHere(): CityError {
  const limit = socketLimits.subscriptions;
  return new CityError({
    code: 'LIMIT',
    message: `Expected at most ${limit} subscriptions on one socket.`,
    messageZh: `每个连接至多 ${limit} 个订阅。`,
    hint: 'Complete one, widen the filter of one, or open another socket. 先结束一个、放宽其条件，或另开连接。',
    details: { limit },
  });
}
