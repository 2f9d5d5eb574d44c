import type { TableSchema } from '../../../database/schema-parts.js';
import { divisionTable } from './division.table.js';
import { divisionPathTable } from './division-path.table.js';

/** What divisions keep in the city index. */
export const divisionsTables: readonly TableSchema[] = [divisionTable, divisionPathTable];
