import type { TableSchema } from '../../../database/schema-parts.js';
import { auditEntryTable } from './audit-entry.table.js';
import { idempotencyKeyTable } from './idempotency-key.table.js';

/** What access keeps in the city index. */
export const accessTables: readonly TableSchema[] = [auditEntryTable, idempotencyKeyTable];
