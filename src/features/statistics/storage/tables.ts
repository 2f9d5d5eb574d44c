import type { TableSchema } from '../../../database/schema-parts.js';
import { matterFlowDeltaTable, matterFlowTable } from './matter-flow.table.js';

/** What statistics keep in the city index. */
export const statisticsTables: readonly TableSchema[] = [matterFlowDeltaTable, matterFlowTable];
