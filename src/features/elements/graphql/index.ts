export { DeclareOrganisationIdResolver } from './declare-organisation-id.resolver.js';
export { ElementsOfGridArgs } from './element.args.js';
export { ElementConnection, OrganisationConnection } from './element.connections.js';
export {
  BuildingType,
  ComponentType,
  ElementKindEnum,
  ElementType,
  EstateType,
  OrganisationElementType,
  SiteType,
} from './element.type.js';
export { elementNodes, organisationNodes } from './element-nodes.js';
export { ElementsResolver, OrganisationsResolver } from './elements.resolver.js';
export { OrganisationKindEnum, OrganisationType } from './organisation.type.js';
export { CountType, ElementCountType, PostType } from './people.type.js';
export { rowPage, rowStart } from './row-page.js';
