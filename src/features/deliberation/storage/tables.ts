import type { TableSchema } from '../../../database/schema-parts.js';
import { deliberationTable } from './deliberation.table.js';
import { deliberationMatterTable } from './deliberation-matter.table.js';
import { deliberationSessionTable } from './deliberation-session.table.js';
import { deliberationStepTable } from './deliberation-step.table.js';

/** What deliberations keep in the city index. */
export const deliberationTables: readonly TableSchema[] = [
  deliberationTable,
  deliberationStepTable,
  deliberationSessionTable,
  deliberationMatterTable,
];
