import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';

import type { RequestContext } from '../../graphql/request-context.js';
import { asCityError } from '../../kernel/city-error.js';
import type { LimitKeepers } from './limit-keepers.js';
import { documentLimits, limitClassOf } from './limit-table.js';
import { limitsRule } from './limits-rule.js';
import type { Variables } from './list-size.js';
import { excessOfCost, type OperationCosts } from './operation-costs.js';
import { pointsOf, type Rates } from './rates.js';

/** An operation as a transport received it. */
export interface ReceivedOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

/** Lets operations in, on transports that Apollo Server does not serve, by the limits that it keeps on HTTP. */
export class Admission {
  readonly #schema: GraphQLSchema;
  readonly #costs: OperationCosts;
  readonly #rates: Rates;

  constructor(schema: GraphQLSchema, { costs, rates }: LimitKeepers) {
    this.#schema = schema;
    this.#costs = costs;
    this.#rates = rates;
  }

  /** The parsed document where it is valid and within the limits, else what is wrong with it: the limit alone where it goes beyond one. */
  read(query: string): DocumentNode | readonly GraphQLError[] {
    try {
      const document = parse(query, { maxTokens: documentLimits.tokens });
      const errors = validate(this.#schema, document, [limitsRule, ...specifiedRules], { hideSuggestions: true });
      if (errors.length === 0) return document;
      return errors[0]!.originalError ? [errors[0]!] : errors;
    } catch (thrown) {
      return [asGraphqlError(thrown)];
    }
  }

  /** Takes what the operation costs from whoever asks; throws `QUERY_COST` or `RATE_LIMITED`. */
  async charge(document: DocumentNode, { operationName, variables }: ReceivedOperation, { principal }: RequestContext): Promise<void> {
    const cost = this.#costs.of({ document, operationName, variables }, limitClassOf(principal));
    const excess = excessOfCost(cost);
    if (excess) throw excess;
    await this.#rates.take(principal, pointsOf(cost.requested));
  }
}

/** Whatever was thrown, in the shell that transports answer. */
export function asGraphqlError(thrown: unknown): GraphQLError {
  return thrown instanceof GraphQLError ? thrown : new GraphQLError('refused', { originalError: asCityError(thrown) });
}
