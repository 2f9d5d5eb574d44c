import type { NodeFinder } from '../../../graphql/node.resolver.js';
import type { ElementReadModel, OrganisationReadModel } from '../read-models.js';

const elementTypes = new Set(['Building', 'Estate', 'Component', 'Site', 'OrganisationElement']);

/** Finds elements by uuid. */
export function elementNodes(elements: ElementReadModel): NodeFinder {
  return { knows: (typeName) => elementTypes.has(typeName), find: (uuids, { context }) => elements.byUuid(context.scope, uuids) };
}

/** Finds organisations by uuid. */
export function organisationNodes(organisations: OrganisationReadModel): NodeFinder {
  return { knows: (typeName) => typeName === 'Organisation', find: (uuids) => organisations.byUuid(uuids) };
}
