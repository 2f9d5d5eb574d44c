import type { Clock } from '../../kernel/clock.js';
import type { Sql } from '../../kernel/sql.js';
import type { AuditTrail, IdempotencyStore } from './ports.js';
import { AuditStore } from './storage/audit-store.js';
import { IdempotencyTable } from './storage/idempotency-table.js';

export { accessTables } from './storage/tables.js';

/** What other features need of access. */
export interface AccessParts {
  readonly audit: AuditTrail;
  readonly idempotency: IdempotencyStore;
}

/** Builds access over the city index. */
export function wireAccess(sql: Sql, clock: Clock): AccessParts {
  return { audit: new AuditStore(sql, clock), idempotency: new IdempotencyTable(clock) };
}
