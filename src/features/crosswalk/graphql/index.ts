export { CoverageType } from './coverage.type.js';
export { GridLinkConnection, GridLinkType, LinkBasisEnum } from './grid-link.type.js';
export { AllElementsGridsOfGridResolver, DepartmentGridsOfGridResolver, GridLinksResolver } from './links.resolver.js';
export { LocateResolver } from './locate.resolver.js';
export { ResolveIdsResolver } from './resolve-ids.resolver.js';
