import type { TableSchema } from '../../../database/schema-parts.js';
import { matterClockTable } from './matter-clock.table.js';

/** What the loop keeps in the city index. */
export const loopTables: readonly TableSchema[] = [matterClockTable];
