import type { Clock } from '../../kernel/clock.js';
import { type Log, silentLog } from '../../kernel/log.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import { DelayedAudit } from './audit/delayed-audit.js';
import { HeldKeys } from './credentials/held-keys.js';
import { KeyCabinet } from './credentials/key-cabinet.js';
import { PinBook } from './documents/pin-book.js';
import { PinDesk } from './documents/pin-desk.js';
import type { DocumentReader } from './documents/pinned-document.js';
import type { AuditTrail, IdempotencyStore } from './ports.js';
import { keyRingOf } from './sealing/key-ring.js';
import type { SealedParts } from './sealing/sealed-parts.js';
import { Sealer } from './sealing/sealer.js';
import { suites } from './sealing/suites.js';
import { GrantBook } from './sharing/grant-book.js';
import type { GrantReadModel } from './sharing/ports.js';
import { Sharing, type SharingParts } from './sharing/sharing.js';
import { accessKeyStore, unrevokedKeys } from './storage/access-key-store.js';
import { AuditStore } from './storage/audit-store.js';
import { GrantReader } from './storage/grant-reader.js';
import { GrantTable } from './storage/grant-table.js';
import { IdempotencyTable } from './storage/idempotency-table.js';
import { pinnedDocumentStore } from './storage/pinned-document-store.js';
import { SealedPartStore } from './storage/sealed-part-store.js';

export { accessTables, sealedTables } from './storage/tables.js';
export { type AuditKeeping, type AuditSettings, wireAuditKeeping } from './storage/wire-audit.js';

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
  readonly audit: DelayedAudit;
  readonly idempotency: IdempotencyStore;
}

/** What happens while the audit log cannot be written. */
export interface AuditGrace {
  readonly log?: Log;
  /** How long acts that need their line go on without it. */
  readonly graceSeconds?: number;
}

/** Builds access over the city index. */
export function wireAccess(sql: Sql, clock: Clock, { log = silentLog, graceSeconds = 0 }: AuditGrace = {}): AccessParts {
  return { audit: new DelayedAudit(new AuditStore(sql, clock), { clock, log, graceSeconds }), idempotency: new IdempotencyTable(clock) };
}

/** What keys of machines stand on. */
export interface KeyNeeds {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly log: Log;
}

/** Keys of machines: those that are held in memory, by which requests are judged, and the cabinet in which keys are made and revoked. */
export interface MachineKeys {
  readonly held: HeldKeys;
  readonly cabinet: KeyCabinet;
}

/** Builds the keys of machines over the city index; none is held until they are renewed. */
export function wireKeys({ sql, inTransaction, audit, clock, log }: KeyNeeds): MachineKeys {
  return {
    held: new HeldKeys(() => unrevokedKeys(sql), { clock, log }),
    cabinet: new KeyCabinet({ sql, inTransaction, store: accessKeyStore, audit, clock }),
  };
}

/** Pinned documents: those that are held in memory, and the desk where they are added and removed. */
export interface PinnedDocuments {
  readonly held: PinBook;
  readonly desk: PinDesk;
}

/** Builds the pinned documents over the city index; none is held until they are renewed. */
export function wirePins(needs: Omit<KeyNeeds, 'log'> & { readonly read: DocumentReader }): PinnedDocuments {
  const store = pinnedDocumentStore;
  return { held: new PinBook(() => store.all(needs.sql)), desk: new PinDesk({ ...needs, store }) };
}

/** What sharing needs of the house. */
export interface SharingNeeds extends Omit<SharingParts, 'store' | 'renewed'> {
  readonly sql: Sql;
}

/** What sharing offers. */
export interface SharingOffer {
  readonly sharing: Sharing;
  readonly grants: GrantReadModel;
  /** Empty-handed until it is first renewed. */
  readonly book: GrantBook;
}

/** Builds what takes, answers and remembers what offices share with each other. */
export function wireSharing({ sql, ...needs }: SharingNeeds): SharingOffer {
  const grants = new GrantReader(sql);
  const book = new GrantBook(() => grants.believed());
  return { sharing: new Sharing({ ...needs, store: new GrantTable(), renewed: () => book.renew() }), grants, book };
}
