export { AssignmentResolver, MatterFieldsResolver, type MatterFieldSources, MatterTransitionResolver } from './matter-fields.resolver.js';
export { MatterConnection } from './matter.connection.js';
export { MatterSourceEnum, MatterStateEnum } from './matter.enums.js';
export { MatterFilter } from './matter-filter.input.js';
export { MatterType, PlatformMatterType } from './matter.type.js';
export { MattersResolver } from './matters.resolver.js';
export { queryOfFilter } from './query-of-filter.js';
export { MatterChangedType, type MatterChangedValue, ReportMatterResolver } from './report-matter.resolver.js';
export { MattersOfAllElementsGridResolver, MattersOfDepartmentGridResolver, MattersOfUnits } from './unit-matters.resolver.js';
