import type { Parameters } from '../../../database/parameters.js';
import { type ScopeColumns, scopeCondition } from '../../../database/scope-condition.js';
import type { Scope } from '../../../kernel/scope.js';

const columns: ScopeColumns = {
  owner: 'element.department',
  county: 'element.county_code',
  township: 'element.township_code',
  community: 'element.community_code',
  grid: 'element.grid_id',
};

/** The condition of what a scope shows of the table `element`, as SQL over `parameters`; `true` where it hides nothing. */
export function elementScope(scope: Scope, parameters: Parameters): string {
  return scopeCondition({ scope, dataClass: 'ELEMENTS' }, columns, parameters);
}
