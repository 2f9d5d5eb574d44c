import type { Clock } from '../../kernel/clock.js';
import type { Sql } from '../../kernel/sql.js';
import type { AuditTrail, IdempotencyStore } from './ports.js';
import { keyRingOf } from './sealing/key-ring.js';
import type { SealedParts } from './sealing/sealed-parts.js';
import { Sealer } from './sealing/sealer.js';
import { suites } from './sealing/suites.js';
import { AuditStore } from './storage/audit-store.js';
import { IdempotencyTable } from './storage/idempotency-table.js';
import { SealedPartStore } from './storage/sealed-part-store.js';

export { accessTables, sealedTables } from './storage/tables.js';

/** One office's seal: how it seals, and where its sealed parts are kept. */
export interface OfficeSeal {
  readonly sealer: Sealer;
  readonly parts: SealedParts;
}

/** Builds the seal of each office from its master keys, newest first. */
export function wireSeals(keys: ReadonlyMap<string, readonly Buffer[]>, suite: string): ReadonlyMap<string, OfficeSeal> {
  const cipher = suites.get(suite)!;
  return new Map(
    [...keys].map(([office, masters]) => {
      const sealer = new Sealer({ office, keys: keyRingOf(office, masters), cipher });
      return [office, { sealer, parts: new SealedPartStore(sealer) }];
    }),
  );
}

/** What other features need of access. */
export interface AccessParts {
  readonly audit: AuditTrail;
  readonly idempotency: IdempotencyStore;
}

/** Builds access over the city index. */
export function wireAccess(sql: Sql, clock: Clock): AccessParts {
  return { audit: new AuditStore(sql, clock), idempotency: new IdempotencyTable(clock) };
}
