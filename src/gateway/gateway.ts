import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';

import type { CityModel } from '../features/crosswalk/index.js';
import type { SharedRuns } from '../features/live/index.js';
import type { RequestContext } from '../graphql/request-context.js';
import { CityError } from '../kernel/city-error.js';
import type { Log } from '../kernel/log.js';
import { auditPlugin } from './audit/audit-plugin.js';
import type { ReadsAudit } from './audit/write-reads.js';
import { compilingGateway } from './compiling-gateway.js';
import { languageOf } from './context/language.js';
import type { ContextSources } from './context/make-context.js';
import type { DocumentPolicy } from './documents/document-policy.js';
import { ErrorContexts } from './error-contexts.js';
import { formatError } from './format-error.js';
import { freshRule } from './freshness/fresh-rule.js';
import { FreshSchema } from './freshness/fresh-schema.js';
import { drainServer } from './http/drain-server.js';
import { type Exchange, exchangeId } from './http/exchange.js';
import { GraphqlEndpoint } from './http/graphql-endpoint.js';
import { hardenedServer } from './http/hardened-server.js';
import { type ReadinessCheck, type ReadinessFigures, readinessOf } from './http/health.js';
import { sendJson, sendRefused } from './http/send-json.js';
import { Admission } from './limits/admission.js';
import { type LimitKeepers, limitKeepers } from './limits/limit-keepers.js';
import { documentLimits, wireLimits } from './limits/limit-table.js';
import { limitsPlugin } from './limits/limits-plugin.js';
import { limitsRule } from './limits/limits-rule.js';
import { pagesHandler } from './pages/pages-handler.js';
import { plainTextsPlugin, plainTextsRule } from './plain-texts.js';
import { sharingOn } from './sharing/share-subscription.js';
import type { OfficesNow } from './sources/office-ages.js';
import { sourcesPlugin } from './sources/sources-plugin.js';
import { EventStreams } from './sse/event-streams.js';
import { serveSubscriptions } from './websocket/subscriptions.js';

/** What the gateway serves and on which it stands. */
export interface GatewayParts {
  readonly schema: GraphQLSchema;
  readonly sources: ContextSources;
  readonly audit: ReadsAudit;
  /** How offices stand now, for what is told of those whose records are in an answer. */
  readonly offices: OfficesNow;
  /** The streams that subscriptions follow. */
  readonly runs: SharedRuns;
  readonly checks: readonly ReadinessCheck[];
  /** Figures that `/readyz` tells beside the checks. */
  readonly figures: ReadinessFigures;
  readonly log: Log;
  /** Folder of the built pages. */
  readonly pagesRoot: string;
  /** Which documents who may send. */
  readonly documents: DocumentPolicy;
  /** The longest that one answer may take; then its statements are cancelled and it is `TIMEOUT`. */
  readonly requestTimeoutMs: number;
  /** False where a proxy in front limits rates, and for measuring. */
  readonly areRatesLimited: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** The running gateway. */
export interface Gateway {
  /** `http://<host>:<port>`. */
  readonly url: string;
  /** Takes no more connections, tells every subscription where to go on (1012 on sockets), finishes what is in flight and closes. */
  stop(): Promise<void>;
}

/** Starts the one server of the platform: GraphQL over HTTP and WebSocket, pages and health on one port. */
export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const keepers = limitKeepers(parts.schema, parts.areRatesLimited);
  const schemas = new FreshSchema(parts.schema, parts.offices);
  const apollo = apolloOf({ ...parts, schemas }, keepers);
  await apollo.start();
  const endpoint = new GraphqlEndpoint(apollo, { ...parts, rates: keepers.rates });
  const subscribing = { ...parts, schemas, admission: new Admission(parts.schema, keepers), ...sharingOn(parts.schema, parts.runs) };
  const events = new EventStreams(subscribing);
  const pages = pagesHandler({ root: parts.pagesRoot });
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    route({ request, response }, { endpoint, events, pages, parts }).catch((thrown: unknown) => {
      parts.log.error({ cause: thrown }, 'a request failed outside GraphQL');
      response.destroy();
    });
  };
  const server = hardenedServer(listener, { arrivalMs: parts.requestTimeoutMs, log: parts.log });
  const subscriptions = serveSubscriptions(server, subscribing);
  await listening(server, parts);
  return {
    url: urlOf(server, parts.host),
    stop: async () => {
      const answered = drainServer(server, { log: parts.log });
      parts.runs.stop();
      // Streams tell their readers where to go on before their sockets are closed without that.
      await setImmediate();
      await Promise.all([subscriptions.close(), events.close()]);
      await answered;
      await apollo.stop();
    },
  };
}

function apolloOf(
  { schemas, audit, offices, log, requestTimeoutMs }: GatewayParts & { readonly schemas: FreshSchema },
  keepers: LimitKeepers,
): ApolloServer<RequestContext<CityModel>> {
  const contexts = new ErrorContexts();
  return new ApolloServer<RequestContext<CityModel>>({
    gateway: compilingGateway(schemas, requestTimeoutMs),
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // The order of stopping is compose's: sockets, requests, log, databases.
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationRules: [limitsRule, plainTextsRule, freshRule],
    // Guessing names costs more time than all rules together, and would tell the schema to whoever may not see it.
    validationOptions: { hideSuggestions: true },
    // What would still be guessed, formatError leaves out: the library's own search begins anew at each place of a message, which a
    // megabyte of " Did you mean " makes 20 seconds.
    hideSchemaDetailsFromClientErrors: false,
    // Documents are kept by the house or not at all: nobody registers one in passing.
    persistedQueries: false,
    // The library's own adds a line break, for which V8 copies the whole answer once more.
    stringifyResult: (result) => JSON.stringify(result),
    formatError: (_formatted, error) => formatError(error, contexts.of(error, log)),
    plugins: [
      contexts.plugin,
      plainTextsPlugin,
      limitsPlugin(keepers),
      auditPlugin(audit, log),
      sourcesPlugin(offices),
      // The cache-control plugin wraps every field; without it nested answers come 24 % faster.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

interface Rooms {
  readonly endpoint: GraphqlEndpoint;
  readonly events: EventStreams;
  readonly pages: ReturnType<typeof pagesHandler>;
  readonly parts: GatewayParts;
}

async function route({ request, response }: Exchange, { endpoint, events, pages, parts }: Rooms): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0]!;
  if (path === '/graphql') return endpoint.answer(request, response);
  if (path === '/events') return events.answer(request, response);
  if (path === '/livez') return sendJson(response, 200, { live: true });
  if (path === '/readyz') {
    const readiness = await readinessOf(parts.checks, parts.figures);
    return sendJson(response, readiness.ready ? 200 : 503, readiness);
  }
  if (await pages(request, response)) return;
  const requestId = exchangeId({ request, response });
  sendRefused(response, nothingHere(path), { language: languageOf(request.headers['accept-language']), requestId, log: parts.log });
}

function nothingHere(path: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `Nothing is served at ${path.slice(0, 80)}.`,
    messageZh: `${path.slice(0, 80)} 处没有内容。`,
    hint: 'The start page at / names what there is.',
  });
}

function listening(server: Server, { host, port }: GatewayParts): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: wireLimits.waitingConnections }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
