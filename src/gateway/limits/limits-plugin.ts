import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import type { RequestContext } from '../../graphql/request-context.js';
import type { CityError } from '../../kernel/city-error.js';
import { statusOf } from '../http/status-of.js';
import { isTooDeep, tooDeepInput } from './input-depth.js';
import type { LimitKeepers } from './limit-keepers.js';
import { limitClassOf } from './limit-table.js';
import { type Cost, excessOfCost } from './operation-costs.js';
import { pointsOf, type RateStanding } from './rates.js';

/** Reckons each operation of Apollo Server before it runs, refuses what is too dear or too often, and tells cost and rate in every answer. */
export function limitsPlugin(keepers: LimitKeepers): ApolloServerPlugin<RequestContext> {
  return { requestDidStart: () => Promise.resolve(listener(keepers)) };
}

function listener({ costs, rates }: LimitKeepers): GraphQLRequestListener<RequestContext> {
  let cost: Cost | null = null;
  let rate: RateStanding | null = null;
  return {
    didResolveOperation: async ({ document, request, contextValue: { principal } }) => {
      refuse(isTooDeep(request.variables) ? tooDeepInput() : null);
      cost = costs.of({ document, operationName: request.operationName, variables: request.variables }, limitClassOf(principal));
      refuse(excessOfCost(cost));
      rate = await rates.take(principal, pointsOf(cost.requested)).catch((thrown: CityError) => refuse(thrown));
    },
    willSendResponse: ({ response: { body } }) => {
      if (body.kind !== 'single') return Promise.resolve();
      const { errors, extensions } = body.singleResult;
      if (errors) body.singleResult.errors = errorsOfLimits(errors);
      if (cost) body.singleResult.extensions = { ...extensions, cost, ...(rate ? { rateLimit: rate } : {}) };
      return Promise.resolve();
    },
  };
}

function refuse(error: CityError | null): null {
  if (error === null) return null;
  const retryAfter = error.details['retryAfter'];
  const headers = new HeaderMap(typeof retryAfter === 'number' ? [['retry-after', String(retryAfter)]] : []);
  throw new GraphQLError(error.message, { originalError: error, extensions: { http: { status: statusOf(error.code), headers } } });
}

/** Only the limit that a document goes beyond, where there is one: what else is wrong with it does not matter any more. */
export function errorsOfLimits(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const first = errors[0];
  return errors.length > 1 && first && (limitCodes.has(String(first.extensions?.['code'])) || first.extensions?.['limit'] !== undefined)
    ? [first]
    : errors;
}

const limitCodes = new Set(['QUERY_TOO_DEEP', 'QUERY_ALIASES', 'QUERY_TOKENS', 'LIMIT']);
