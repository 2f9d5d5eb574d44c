export { DeclareLineageResolver } from './declare-lineage.resolver.js';
export { type LineageQuerySources, LineageResolver, unitShown } from './lineage.resolver.js';
export { UnitOfRecordType } from './lineage.type.js';
export { RedrawActResolver, RedrawFieldsResolver, RedrawResolver } from './redraw.resolver.js';
export { redrawShown, RedrawType } from './redraw.type.js';
