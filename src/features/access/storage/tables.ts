import type { TableSchema } from '../../../database/schema-parts.js';
import { accessKeyTable } from './access-key.table.js';
import { auditChainTables } from './audit-chain-tables.js';
import { auditEntryTable } from './audit-entry.table.js';
import { idempotencyKeyTable } from './idempotency-key.table.js';
import { pinnedDocumentTable } from './pinned-document.table.js';
import { sealedPartTable } from './sealed-part.table.js';
import { sharingGrantTable } from './sharing-grant.table.js';

/** What access keeps in the city index. */
export const accessTables: readonly TableSchema[] = [
  auditEntryTable,
  ...auditChainTables,
  idempotencyKeyTable,
  accessKeyTable,
  pinnedDocumentTable,
  sharingGrantTable,
];

/** What access keeps in every front database. */
export const sealedTables: readonly TableSchema[] = [sealedPartTable];
