export { MatterConnection } from './matter.connection.js';
export { MatterStateEnum } from './matter.enums.js';
export { MatterFilter } from './matter-filter.input.js';
export { MatterType, PlatformMatterType } from './matter.type.js';
export { MattersResolver } from './matters.resolver.js';
export { queryOfFilter } from './query-of-filter.js';
