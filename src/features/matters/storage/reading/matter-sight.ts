import { allOf } from '../../../../database/scope-condition.js';
import type { MatterSight } from '../../ports.js';
import { conditionOf } from './matter-conditions-sql.js';
import { matterScope } from './matter-scope-sql.js';

/** The condition that a matter is wanted by a query and shown by a scope. */
export const matterSight: MatterSight = (scope, query, parameters) =>
  allOf([conditionOf(query, scope, parameters), matterScope(scope, parameters)]);
