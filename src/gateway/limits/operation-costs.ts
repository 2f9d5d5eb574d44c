import { type DocumentNode, getOperationAST, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';

import type { CityError } from '../../kernel/city-error.js';
import { costOf, type CostPlan, planCost } from './cost-plan.js';
import { tooDear } from './document-refusals.js';
import { type LimitClass, limitsOfClass } from './limit-table.js';
import type { Variables } from './list-size.js';

/** An operation that is about to run. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Variables | null | undefined;
}

/** What an answer may cost and what it may cost at most, in objects. */
export interface Cost {
  readonly requested: number;
  readonly limit: number;
}

/** Reckons what operations cost. An operation is planned once; after that only what its variables change is reckoned anew. */
export class OperationCosts {
  readonly #schema: GraphQLSchema;
  readonly #plans = new WeakMap<OperationDefinitionNode, CostPlan>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** The cost of a valid operation; 0 where the document has none of that name. */
  of({ document, operationName, variables }: AskedOperation, limitClass: LimitClass): Cost {
    const { nodes: limit } = limitsOfClass[limitClass];
    const operation = getOperationAST(document, operationName);
    const objects = operation ? costOf(this.#planOf(document, operation), variables ?? {}) : 0;
    return { requested: Math.min(objects, Number.MAX_SAFE_INTEGER), limit };
  }

  #planOf(document: DocumentNode, operation: OperationDefinitionNode): CostPlan {
    const known = this.#plans.get(operation);
    if (known) return known;
    const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    const plan = planCost(this.#schema, operation, fragments);
    this.#plans.set(operation, plan);
    return plan;
  }
}

/** What is wrong with a cost; null where it is within its limit. */
export function excessOfCost({ requested, limit }: Cost): CityError | null {
  return requested > limit ? tooDear({ limit, actual: requested }) : null;
}
