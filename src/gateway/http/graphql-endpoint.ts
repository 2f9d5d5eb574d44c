import type { IncomingMessage, ServerResponse } from 'node:http';

import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { Log } from '../../kernel/log.js';
import type { ReadsAudit } from '../audit/write-reads.js';
import { callerOf, type ContextSources, makeContext } from '../context/make-context.js';
import { CsvExport, type CsvNeeds, type CsvRequest, wantsCsv } from '../csv/csv-export.js';
import { bodyToExecute, searchToExecute } from '../documents/asked-body.js';
import type { DocumentPolicy } from '../documents/document-policy.js';
import { arrivalPoints, type Rates } from '../limits/rates.js';
import { exchangeId } from './exchange.js';
import { readJsonBody } from './read-body.js';
import { refuseForeign } from './refuse-foreign.js';
import { refuseRequest } from './refuse-request.js';

/** What the endpoint stands on beside the server that executes. */
export interface EndpointNeeds extends CsvNeeds {
  readonly documents: DocumentPolicy;
  readonly audit: ReadsAudit;
  readonly log: Log;
}

/** Answers GraphQL over HTTP through Apollo Server, without a web framework in between. */
export class GraphqlEndpoint {
  readonly #server: ApolloServer<RequestContext<CityModel>>;
  readonly #sources: ContextSources;
  readonly #documents: DocumentPolicy;
  readonly #audit: ReadsAudit;
  readonly #rates: Rates;
  readonly #log: Log;
  readonly #csv: CsvExport;

  constructor(server: ApolloServer<RequestContext<CityModel>>, { schema, sources, documents, audit, rates, log }: EndpointNeeds) {
    this.#server = server;
    this.#sources = sources;
    this.#documents = documents;
    this.#audit = audit;
    this.#rates = rates;
    this.#log = log;
    this.#csv = new CsvExport(server, { schema, sources, rates });
  }

  /** Answers one request; every refusal is JSON with a code. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = exchangeId({ request, response });
    let context: RequestContext<CityModel> | null = null;
    try {
      refuseForeign(request);
      const body = request.method === 'POST' ? await readJsonBody(request) : undefined;
      context = await makeContext(callerOf(request), requestId, this.#sources);
      if (body !== undefined && wantsCsv(request)) await this.#export({ request, context, body }, response);
      else await send(response, await this.#execute(request, body, context));
    } catch (thrown) {
      refuseRequest({ request, response }, thrown, { audit: this.#audit, log: this.#log, context });
    }
  }

  /** As a table, where that is what the caller would rather have. */
  async #export({ request, context, body }: CsvRequest, response: ServerResponse): Promise<void> {
    await this.#rates.take(context.principal, arrivalPoints);
    const asked = await bodyToExecute(body, context.principal, this.#documents);
    await this.#csv.answer({ request, context, body: asked }, response);
  }

  async #execute(request: IncomingMessage, received: object | undefined, context: RequestContext<CityModel>): Promise<HTTPGraphQLResponse> {
    const { principal } = context;
    await this.#rates.take(principal, arrivalPoints);
    const body = received && (await bodyToExecute(received, principal, this.#documents));
    const search = await searchToExecute(/\?.*$/.exec(request.url ?? '')?.[0] ?? '', principal, this.#documents);
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    return this.#server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: (request.method ?? 'GET').toUpperCase(), headers, body, search },
      context: () => Promise.resolve(context),
    });
  }
}

async function send(response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  if (answer.body.kind === 'complete') {
    // As bytes, the answer is encoded once and sent in one piece; as a text, the stream would do so by a slower way (0.7 ms of a flagship answer).
    response.end(Buffer.from(answer.body.string));
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}
