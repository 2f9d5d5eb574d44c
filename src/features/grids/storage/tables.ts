import type { TableSchema } from '../../../database/schema-parts.js';
import { layerTable } from './layer.table.js';
import { pastLayerTable } from './past-layer.table.js';
import { unitTable } from './unit.table.js';
import { unitVersionTable } from './unit-version.table.js';

/** What grids keep in the city index. */
export const gridsTables: readonly TableSchema[] = [layerTable, pastLayerTable, unitTable, unitVersionTable];
