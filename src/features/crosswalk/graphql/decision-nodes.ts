import type { NodeFinder } from '../../../graphql/node.resolver.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { GridModel } from '../../grids/index.js';
import type { DecisionReadModel } from '../decisions/ports.js';
import { decisionValue } from './decision-value.js';

/** Finds decisions by uuid. */
export function decisionNodes(decisions: DecisionReadModel): NodeFinder {
  return {
    knows: (typeName) => typeName === 'LinkDecision',
    find: async (uuids, { context }) => {
      const { model } = context as RequestContext<GridModel>;
      return (await decisions.byUuid(uuids)).map((decision) => decision && decisionValue(decision, model));
    },
  };
}
