export { allElementsLayer } from './all-elements-layer.js';
export { buildGridModel, type GridModelParts, type UnitVersion } from './build-grid-model.js';
export type { City } from './city.js';
export type { GridLayer, GridModel, GridUnit } from './grid-model.js';
export type { Layer } from './layer.js';
export { layersAsked, theOneUnit } from './layers-asked.js';
export type { GridModelReader, Instants, ModelSource, UnitArrival, UnitIndexWriter } from './ports.js';
export { unitOfRef, type UnitRef } from './unit-ref.js';
