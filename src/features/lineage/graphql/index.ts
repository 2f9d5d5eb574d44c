export { type LineageQuerySources, LineageResolver } from './lineage.resolver.js';
