export { allElementsLayer } from './all-elements-layer.js';
export { buildGridModel, gridModelOver, type GridModelParts, type Surroundings } from './build-grid-model.js';
export type { City } from './city.js';
export type { UnitColumns } from './columns/unit-columns.js';
export type { GridLayer, GridModel, GridUnit } from './grid-model.js';
export type { HeldLayer, Layer } from './layer.js';
export { layersAsked, theOneUnit } from './layers-asked.js';
export type {
  ChangedUnit,
  GridModelReader,
  Instants,
  ModelSource,
  UnitArrival,
  UnitGround,
  UnitGroundReader,
  UnitIndexWriter,
} from './ports.js';
export { unitOfRef, type UnitRef } from './unit-ref.js';
export type { UnitVersion } from './unit-version.js';
