import type { Sql } from '../../kernel/sql.js';
import type { GridModelReader } from './ports.js';
import { type GridTypes, readGridModelParts } from './storage/grid-model-reader.js';

export { gridsTables } from './storage/tables.js';

/** Builds the reader of grid models over the city index; `gridTypes` names the GraphQL type of each office's units. */
export function wireGrids(index: Sql, gridTypes: GridTypes): GridModelReader {
  return { read: (instants) => readGridModelParts(index, instants, gridTypes) };
}
