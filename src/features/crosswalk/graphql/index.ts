export { CoverageType } from './coverage.type.js';
export { CrosswalkFindingResolver } from './crosswalk-finding.resolver.js';
export { CrosswalkReportResolver } from './crosswalk-report.resolver.js';
export { ExplainLinkResolver } from './explain-link.resolver.js';
export { GridLinkConnection, GridLinkType, LinkBasisEnum } from './grid-link.type.js';
export { AllElementsGridsOfGridResolver, DepartmentGridsOfGridResolver, GridLinksResolver } from './links.resolver.js';
export { LocateResolver } from './locate.resolver.js';
export { ResolveIdsResolver } from './resolve-ids.resolver.js';
