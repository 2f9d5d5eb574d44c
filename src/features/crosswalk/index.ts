export type { Coverage, GridLink, LinkWish } from './link.js';
export { type LinkBasis, linkBases, preferredBases } from './link-basis.js';
export { type CityModel, LinkTable, type StoredCoverage, type StoredLink } from './link-table.js';
export { CityModels } from './city-models.js';
export type { BuildingPoint } from './crosswalk-input.js';
export type { CoverageRecord, CrosswalkPublication, LinkRecord, UnitHistory } from './ports.js';
export { type DepartmentalId, type IdResolution, type IdStatus, resolveIds } from './resolve-ids.js';
