import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { RequestContext } from '../../graphql/request-context.js';
import { unplainVariable } from '../plain-texts.js';
import { isTooDeep, tooDeepInput } from './input-depth.js';
import type { LimitKeepers } from './limit-keepers.js';
import { limitClassOf } from './limit-table.js';
import type { Variables } from './list-size.js';
import { excessOfCost, type OperationCosts } from './operation-costs.js';
import { arrivalPoints, pointsOf, type Rates } from './rates.js';
import { readDocument } from './read-document.js';

/** Good documents that are kept parsed, and the longest of them, characters. */
const mostDocuments = 500;
const longestKept = 16_384;

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
  readonly #read = new LRUCache<string, DocumentNode>({ max: mostDocuments });

  constructor(schema: GraphQLSchema, { costs, rates }: LimitKeepers) {
    this.#schema = schema;
    this.#costs = costs;
    this.#rates = rates;
  }

  /** The parsed document where it is valid and within the limits, else what is wrong with it: the limit alone where it goes beyond one. */
  read(query: string): DocumentNode | readonly GraphQLError[] {
    const known = this.#read.get(query);
    if (known) return known;
    const read = readDocument(this.#schema, query);
    // A thousand screens that come back at once send one text: to read it anew for each takes longer than all the rest.
    if (!Array.isArray(read) && query.length <= longestKept) this.#read.set(query, read as DocumentNode);
    return read;
  }

  /** Counts an operation that arrives, whatever becomes of it; throws `RATE_LIMITED`. */
  async arrive({ principal }: RequestContext): Promise<void> {
    await this.#rates.take(principal, arrivalPoints);
  }

  /** Takes what the operation costs from whoever asks; throws `TEXT_INVALID`, `QUERY_COST` or `RATE_LIMITED`. */
  async charge(document: DocumentNode, { operationName, variables }: ReceivedOperation, { principal }: RequestContext): Promise<void> {
    if (isTooDeep(variables)) throw tooDeepInput();
    const unplain = unplainVariable(variables);
    if (unplain) throw unplain;
    const cost = this.#costs.of({ document, operationName, variables }, limitClassOf(principal));
    const excess = excessOfCost(cost);
    if (excess) throw excess;
    await this.#rates.take(principal, pointsOf(cost.requested));
  }
}
