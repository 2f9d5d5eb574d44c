export { DeclareLineageResolver } from './declare-lineage.resolver.js';
export { type LineageQuerySources, LineageResolver } from './lineage.resolver.js';
export { RedrawActResolver, RedrawFieldsResolver, RedrawResolver } from './redraw.resolver.js';
