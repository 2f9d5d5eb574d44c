import type { Server } from 'node:http';

import type { FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { type ConnectionInitMessage, GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { SharedRuns } from '../../features/live/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CityError } from '../../kernel/city-error.js';
import type { Log } from '../../kernel/log.js';
import { noteRefusals } from '../audit/noted-refusals.js';
import type { ReadsAudit } from '../audit/write-reads.js';
import { languageOf } from '../context/language.js';
import { contextFor, type ContextSources, requestIdOf } from '../context/make-context.js';
import { documentFault } from '../document-fault.js';
import type { DocumentPolicy } from '../documents/document-policy.js';
import { formatError } from '../format-error.js';
import type { FreshSchema } from '../freshness/fresh-schema.js';
import type { Admission } from '../limits/admission.js';
import { socketLimits } from '../limits/limit-table.js';
import { CallerFields } from '../sharing/caller-fields.js';
import { shareSubscription } from '../sharing/share-subscription.js';
import type { OfficesNow } from '../sources/office-ages.js';
import { admitSubscription } from './admit-subscription.js';
import type { ClientExtra, SocketClient } from './client.js';
import { IdleSockets } from './idle-sockets.js';
import { admit, isEnded } from './known-socket.js';
import { SocketFlow } from './socket-flow.js';
import { guardSocket } from './socket-guard.js';
import { SocketSink } from './socket-sink.js';
import { SocketsOfPrincipals } from './sockets-of-principals.js';
import { acceptUpgrades } from './upgrade.js';

/** What the socket side of the gateway needs. */
export interface SubscriptionNeeds {
  readonly schemas: FreshSchema;
  readonly sources: ContextSources;
  readonly admission: Admission;
  readonly documents: DocumentPolicy;
  /** The longest that one delivery may take. */
  readonly requestTimeoutMs: number;
  readonly audit: ReadsAudit;
  readonly offices: OfficesNow;
  readonly runs: SharedRuns;
  readonly log: Log;
}

/** Subscriptions over WebSocket on the path of GraphQL. */
export interface Subscriptions {
  /** Tells every socket that the server restarts (1012) and closes. */
  close(): Promise<void>;
}

const restart = 1012;
const tryAgainLater = 1013;

/** Serves subscriptions, and nothing else, over `graphql-transport-ws`; queries and mutations belong to HTTP. */
export function serveSubscriptions(server: Server, needs: SubscriptionNeeds): Subscriptions {
  const sockets = guardedSockets();
  acceptUpgrades(server, sockets);
  const idle = new IdleSockets();
  const counts = new SocketsOfPrincipals();
  const admitted = { ...needs, contextOf: (client: SocketClient) => contextOf(client, needs) };
  const sharing = { ...needs, callerFields: new CallerFields(needs.schemas.plain) };
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
        const admittedArgs = await admitSubscription(client, payload, admitted);
        if (!Array.isArray(admittedArgs)) origins.set(admittedArgs, { client, id });
        return admittedArgs;
      },
      subscribe: (args) => shareSubscription(args, sinkOf(origins.get(args)!, needs), sharing),
      onClose: ({ extra }) => extra.unwatch?.(),
      onError: (client, _id, _payload, errors) => {
        for (const error of errors) closeIfCutOff(error, client);
        note(errors, client, needs);
        return errors.map((error) => told(error, client, needs));
      },
      // Only what is refused before it begins comes this way; answers of streams are written by their sinks.
      onNext: (client, _id, _payload, _args, { errors, ...rest }) => {
        note(errors ?? [], client, needs);
        return (errors ? { ...rest, errors: errors.map((error) => told(error, client, needs)) } : rest) as FormattedExecutionResult;
      },
    },
    sockets,
  );
  sockets.on('connection', quietErrors);
  return {
    close: async () => {
      idle.stop();
      for (const client of sockets.clients) client.close(restart, 'the server restarts');
      await disposable.dispose();
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

function contextOf({ extra }: SocketClient, { sources }: SubscriptionNeeds): RequestContext<CityModel> {
  const { headers } = extra.request;
  return contextFor(extra.principal!, { headers, requestId: requestIdOf(headers), purpose: extra.purpose ?? null }, sources);
}

/**
 * A running stream that ends without its client's wish closes the socket, since clients connect again after 1012 and 1013 but take an
 * error for the end of the subscription. The reason names the cursor; the answer that would follow is not sent any more.
 */
function closeIfCutOff({ originalError }: GraphQLError, { extra: { socket } }: SocketClient): void {
  const resume = originalError instanceof CityError ? originalError.details['resume'] : undefined;
  if (!(originalError instanceof CityError) || typeof resume !== 'string') return;
  const [code, what] = originalError.code === 'LIMIT' ? [tryAgainLater, 'lagged'] : [restart, 'the server restarts'];
  socket.close(code, `${what}, resume from ${resume}`);
}

function note(errors: readonly unknown[], { extra }: SocketClient, { audit }: SubscriptionNeeds): void {
  noteRefusals(errors, { principal: extra.principal, requestId: requestIdOf(extra.request.headers) }, audit);
}

function told(error: GraphQLError, client: SocketClient, { log }: SubscriptionNeeds): GraphQLFormattedError {
  const { headers } = client.extra.request;
  // What is left without a code here are variables that do not fit their types.
  return formatError(documentFault(error, 'BAD_USER_INPUT'), {
    language: languageOf(headers['accept-language']),
    requestId: requestIdOf(headers),
    log,
  });
}
