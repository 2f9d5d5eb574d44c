import type { TableSchema } from '../../../database/schema-parts.js';

/** What statistics keep in the city index: nothing of their own so far. */
export const statisticsTables: readonly TableSchema[] = [];
