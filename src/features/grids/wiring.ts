import type { Clock } from '../../kernel/clock.js';
import type { Sql } from '../../kernel/sql.js';
import type { GridModelReader, UnitGroundReader, UnitIndexWriter } from './ports.js';
import { type GridTypes, readGridModelParts, readSurroundings } from './storage/grid-model-reader.js';
import { PgUnitGroundReader } from './storage/unit-ground-reader.js';
import { PgUnitIndexWriter } from './storage/unit-index-writer.js';

export { gridsTables } from './storage/tables.js';

/** Builds the reader of grid models over the city index; `gridTypes` names the GraphQL type of each office's units, `clock` tells today. */
export function wireGrids(index: Sql, gridTypes: GridTypes, clock: Clock): GridModelReader {
  const terms = { gridTypes, clock };
  return {
    read: (instants) => readGridModelParts(index, instants, terms),
    surroundings: (instants) => readSurroundings(index, instants, terms),
  };
}

/** Builds the writer of arriving units. */
export function unitIndexWriter(clock: Clock): UnitIndexWriter {
  return new PgUnitIndexWriter(clock);
}

/** Builds the reader of what units are compared by. */
export function unitGroundReader(index: Sql): UnitGroundReader {
  return new PgUnitGroundReader(index);
}
