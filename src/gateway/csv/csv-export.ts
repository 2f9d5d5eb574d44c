import type { IncomingMessage, ServerResponse } from 'node:http';

import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

import type { CityModel } from '../../features/crosswalk/index.js';
import { largestPageOf } from '../../graphql/page.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CityError, type ErrorCode } from '../../kernel/city-error.js';
import { callerOf, type ContextSources, makeContext } from '../context/make-context.js';
import { sendJson } from '../http/send-json.js';
import { statusOf } from '../http/status-of.js';
import { arrivalPoints, type Rates } from '../limits/rates.js';
import { type AnsweredPage, sendCsv } from './csv-answer.js';
import { pagedDocument } from './paged-document.js';

/** What an export stands on. */
export interface CsvNeeds {
  readonly schema: GraphQLSchema;
  readonly sources: ContextSources;
  readonly rates: Rates;
}

/** A request for an export: who sent it, and the one body with the document that its sender may send. */
export interface CsvRequest {
  readonly request: IncomingMessage;
  readonly context: RequestContext<CityModel>;
  readonly body: { readonly query?: string; readonly operationName?: string | null; readonly variables?: object | null };
}

/** Whether a caller would rather have CSV: the media type in `Accept` of a POST. */
export function wantsCsv({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && /(^|[\s,])text\/csv\b/i.test(headers.accept ?? '');
}

/** Page sizes to try, the largest first: rows that hold much may cost more together than one answer may. */
const smallerPages = [100, 20];

/**
 * Answers a connection as CSV, page by page through the executing server: every page is a request of its own, under the rights, limits, points
 * and audit of the moment in which it is asked.
 */
export class CsvExport {
  constructor(
    private readonly server: ApolloServer<RequestContext<CityModel>>,
    private readonly needs: CsvNeeds,
  ) {}

  async answer({ request, context, body }: CsvRequest, response: ServerResponse): Promise<void> {
    const paged = pagedDocument(this.needs.schema, body.query ?? '', body.operationName ?? null);
    const largest = largestPageOf(context.principal);
    const sizes = [largest, ...smallerPages.filter((size) => size < largest)];
    let asking: RequestContext<CityModel> | null = context;
    const ask = async (after: string | null): Promise<AnsweredPage> => {
      const own = asking ?? (await this.#nextContext(request, context.requestId));
      if (!('principal' in own)) return own;
      asking = null;
      const variables = { ...body.variables, csvFirst: sizes[0], csvAfter: after };
      const answered = await this.#page({ query: paged.query, operationName: body.operationName ?? null, variables }, own);
      if (after !== null || sizes.length === 1 || codeOf(answered) !== 'QUERY_COST') return answered;
      sizes.shift();
      return ask(after);
    };
    const refused = await sendCsv(response, paged, ask);
    if (refused !== null) sendJson(response, statusOf(codeOf(refused) as ErrorCode), { errors: refused.errors ?? [] });
  }

  /** The caller as it stands now, or that it has to wait for its points. */
  async #nextContext(request: IncomingMessage, requestId: string): Promise<RequestContext<CityModel> | AnsweredPage> {
    const context = await makeContext(callerOf(request), requestId, this.needs.sources);
    try {
      await this.needs.rates.take(context.principal, arrivalPoints);
      return context;
    } catch (thrown) {
      if (thrown instanceof CityError && thrown.code === 'RATE_LIMITED')
        return { errors: [{ extensions: { code: thrown.code, ...thrown.details } }] };
      throw thrown;
    }
  }

  async #page(body: object, context: RequestContext<CityModel>): Promise<AnsweredPage> {
    const { body: answer } = await this.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: new HeaderMap([['content-type', 'application/json']]), body, search: '' },
      context: () => Promise.resolve(context),
    });
    if (answer.kind !== 'complete') throw new Error('A page of an export came in pieces.');
    return JSON.parse(answer.string) as AnsweredPage;
  }
}

function codeOf({ errors }: AnsweredPage): unknown {
  return errors?.[0]?.extensions?.['code'];
}
