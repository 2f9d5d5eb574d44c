import type { NodeFinder } from '../../../graphql/node.resolver.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { GridModel } from '../grid-model.js';
import type { ModelSource } from '../ports.js';
import { modelFor } from './model-for.js';

/** Finds units by uuid in the model of the day; `typeNames` are the GraphQL types of all offices' units. */
export function gridNodes(models: ModelSource, typeNames: ReadonlySet<string>): NodeFinder {
  return {
    knows: (typeName) => typeName === 'AllElementsGrid' || typeNames.has(typeName),
    find: async (uuids, { instants, context }) => {
      const model = await modelFor(models, context as RequestContext<GridModel>, instants);
      return uuids.map((uuid) => model.unitByUuid(uuid));
    },
  };
}
