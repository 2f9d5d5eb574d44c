import type { NodeFinder } from '../../../graphql/node.resolver.js';
import type { MatterReadModel } from '../ports.js';

/** Finds matters by uuid; `typeNames` are the GraphQL types of all offices' matters. */
export function matterNodes(matters: MatterReadModel, typeNames: ReadonlySet<string>): NodeFinder {
  return {
    knows: (typeName) => typeName === 'PlatformMatter' || typeNames.has(typeName),
    find: (uuids, { context }) => matters.byUuid(context.scope, uuids),
  };
}
