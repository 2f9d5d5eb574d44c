import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

import {
  type DocumentNode,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { type ConnectionInitMessage, type Context, GRAPHQL_TRANSPORT_WS_PROTOCOL, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { subscribeAfresh } from '../../graphql/subscribe-afresh.js';
import { asCityError, CityError } from '../../kernel/city-error.js';
import type { Log } from '../../kernel/log.js';
import { languageOf } from '../context/language.js';
import { contextFor, type ContextSources, renewed, requestIdOf } from '../context/make-context.js';
import { formatError } from '../format-error.js';
import { largestMessage, mostTokens } from '../limits.js';
import { admit, closeIfEnded, type KnownSocket } from './known-socket.js';

/** What the socket side of the gateway needs. */
export interface SubscriptionNeeds {
  readonly schema: GraphQLSchema;
  readonly sources: ContextSources;
  readonly log: Log;
}

/** Subscriptions over WebSocket on the path of GraphQL. */
export interface Subscriptions {
  /** Tells every socket that the server restarts (1012) and closes. */
  close(): Promise<void>;
}

type Client = Context<ConnectionInitMessage['payload'], Extra>;

/** What graphql-ws carries beside a client: ours, under its open type. */
type Extra = KnownSocket & Record<PropertyKey, unknown>;
const path = '/graphql';
const restart = 1012;
const tryAgainLater = 1013;

/** Serves subscriptions, and nothing else, over `graphql-transport-ws`; queries and mutations belong to HTTP. */
export function serveSubscriptions(server: Server, needs: SubscriptionNeeds): Subscriptions {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    handleProtocols: (offered) => (offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false),
  });
  server.on('upgrade', (request, socket, head) => {
    upgrade(sockets, { request, socket, head });
  });
  const disposable = useServer<ConnectionInitMessage['payload'], Extra>(
    {
      schema: needs.schema,
      connectionInitWaitTimeout: 3_000,
      onConnect: (client) => admit(client, needs.sources, needs.log),
      onSubscribe: (_client, _id, payload) => judged(payload, needs.schema),
      context: (client) => contextOf(client, needs),
      onClose: ({ extra }) => extra.unwatch?.(),
      // Each delivery on a context of its own: loaders begin anew, and the city is the one of that moment.
      subscribe: (args) => subscribeAfresh<RequestContext<CityModel>>(args, (given) => renewed(given, needs.sources)),
      onError: (client, _id, _payload, errors) => {
        for (const error of errors) closeIfCutOff(error, client.extra.socket);
        return errors.map((error) => told(error, client, needs));
      },
      onNext: (client, _id, _payload, _args, { errors, ...rest }) => {
        closeIfEnded(client.extra, needs.sources.watch);
        return (errors ? { ...rest, errors: errors.map((error) => told(error, client, needs)) } : rest) as FormattedExecutionResult;
      },
    },
    sockets,
  );
  return { close: () => closeAll(sockets, () => disposable.dispose()) };
}

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

function upgrade(sockets: WebSocketServer, { request, socket, head }: Upgrade): void {
  // Compared as it came: what no URL is made of, such as `//`, would throw here, and nobody above catches.
  const wrongPath = (request.url ?? '/').split('?', 1)[0] !== path;
  if (wrongPath || !isOwnOrigin(request)) {
    // Node has taken its own listener off the socket: a caller that resets it would end the process.
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${wrongPath ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    return;
  }
  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
}

/** A browser names the page that opens the socket; only our own pages may. Programs name none. */
function isOwnOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

function contextOf({ extra }: Client, { sources }: SubscriptionNeeds): RequestContext<CityModel> & Record<PropertyKey, unknown> {
  const { headers } = extra.request;
  const context = contextFor(extra.principal!, { headers, requestId: requestIdOf(headers) }, sources);
  return context as RequestContext<CityModel> & Record<PropertyKey, unknown>;
}

/**
 * A running stream that ends without its client's wish closes the socket, since clients connect again after 1012 and 1013 but take an
 * error for the end of the subscription. The reason names the cursor; the answer that would follow is not sent any more.
 */
function closeIfCutOff({ originalError }: GraphQLError, socket: WebSocket): void {
  const resume = originalError instanceof CityError ? originalError.details['resume'] : undefined;
  if (!(originalError instanceof CityError) || typeof resume !== 'string') return;
  const [code, what] = originalError.code === 'LIMIT' ? [tryAgainLater, 'lagged'] : [restart, 'the server restarts'];
  socket.close(code, `${what}, resume from ${resume}`);
}

function told(error: GraphQLError, client: Client, { log }: SubscriptionNeeds): GraphQLFormattedError {
  const { headers } = client.extra.request;
  return formatError(error, { language: languageOf(headers['accept-language']), requestId: requestIdOf(headers), log });
}

/** Refuses what is no subscription before anything runs; answers nothing where the operation may go on. */
function judged(payload: SubscribePayload, schema: GraphQLSchema): readonly GraphQLError[] | undefined {
  try {
    const document = parse(payload.query, { maxTokens: mostTokens });
    const errors = validate(schema, document);
    if (errors.length > 0) return errors;
    refuseOthers(document, payload.operationName);
    return undefined;
  } catch (thrown) {
    return [thrown instanceof GraphQLError ? thrown : new GraphQLError('refused', { originalError: asCityError(thrown) })];
  }
}

function refuseOthers(document: DocumentNode, operationName: string | null | undefined): void {
  const operation = getOperationAST(document, operationName)?.operation;
  if (operation === OperationTypeNode.SUBSCRIPTION) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a subscription on this socket, got ${operation === undefined ? 'no operation of that name' : `a ${operation}`}.`,
    messageZh: '此连接只接受 subscription 操作。',
    hint: 'Send queries and mutations by HTTP POST to /graphql.',
  });
}

async function closeAll(sockets: WebSocketServer, dispose: () => void | Promise<void>): Promise<void> {
  for (const client of sockets.clients) client.close(restart, 'the server restarts');
  await dispose();
}
