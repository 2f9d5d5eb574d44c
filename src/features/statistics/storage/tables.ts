import type { TableSchema } from '../../../database/schema-parts.js';
import { matterEvaluationTable } from './matter-evaluation.table.js';

/** What statistics keep in the city index. */
export const statisticsTables: readonly TableSchema[] = [matterEvaluationTable];
