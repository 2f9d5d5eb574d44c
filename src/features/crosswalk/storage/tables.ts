import type { TableSchema } from '../../../database/schema-parts.js';
import { coverageTable } from './coverage.table.js';
import { crosswalkRunTable } from './crosswalk-run.table.js';
import { linkTable } from './link.table.js';

/** What crosswalk keeps in the city index. */
export const crosswalkTables: readonly TableSchema[] = [crosswalkRunTable, linkTable, coverageTable];
