import type { GraphQLSchema } from 'graphql';

import { OperationCosts } from './operation-costs.js';
import { Rates } from './rates.js';

/** What the limits of every transport are kept by: one of each in a process. */
export interface LimitKeepers {
  readonly costs: OperationCosts;
  readonly rates: Rates;
}

/** Keepers for a schema; `areRatesLimited` false counts nobody's requests. */
export function limitKeepers(schema: GraphQLSchema, areRatesLimited: boolean): LimitKeepers {
  return { costs: new OperationCosts(schema), rates: new Rates(areRatesLimited) };
}
