import { EntitySchema } from 'typeorm';

import type { TableSchema } from '../../../database/schema-parts.js';

/** The columns of a row of `audit_unchained`. */
export interface AuditUnchainedColumns {
  readonly entryId: string;
}

/** The columns of a row of `audit_link`. */
export interface AuditLinkColumns {
  /** `<UTC day>/<class>/<office>`. */
  readonly chain: string;
  /** Dense from 1 within its chain. */
  readonly seq: string;
  readonly entryId: string;
  /** `<algorithm>:<hex>` over the hash before it and the entry. */
  readonly hash: string;
}

/** The columns of a row of `audit_head`. */
export interface AuditHeadColumns {
  readonly chain: string;
  readonly seq: string;
  readonly hash: string;
  /** Name of the file of exported heads that it stands in. */
  readonly file: string;
}

/** The columns of a row of `audit_tombstone`. */
export interface AuditTombstoneColumns {
  readonly chain: string;
  /** Of the last link of the chain that was dropped. */
  readonly seq: string;
  readonly hash: string;
  readonly droppedAt: Date;
  /** The file of exported heads that the last link stands in. */
  readonly headFile: string;
}

/** The table `audit_unchained`: entries whose turn to be chained has not come. */
export const auditUnchainedTable = new EntitySchema<AuditUnchainedColumns>({
  name: 'audit_unchained',
  columns: { entryId: { name: 'entry_id', type: 'bigint', primary: true } },
});

/** The table `audit_link`: the place of each entry in its chain, and the hash that binds it to all before it. */
export const auditLinkTable = new EntitySchema<AuditLinkColumns>({
  name: 'audit_link',
  columns: {
    chain: { type: 'text', primary: true },
    seq: { type: 'bigint', primary: true },
    entryId: { name: 'entry_id', type: 'bigint' },
    hash: { type: 'text' },
  },
  checks: [{ name: 'audit_link_seq_check', expression: 'seq > 0' }],
  indices: [{ name: 'audit_link_by_entry', columns: ['entryId'], unique: true }],
});

/** The table `audit_head`: the head of each chain as it was last exported; what is proof is the file, not this row. */
export const auditHeadTable = new EntitySchema<AuditHeadColumns>({
  name: 'audit_head',
  columns: { chain: { type: 'text', primary: true }, seq: { type: 'bigint' }, hash: { type: 'text' }, file: { type: 'text' } },
});

/** The table `audit_tombstone`: what is left of a chain whose time of keeping is over. */
export const auditTombstoneTable = new EntitySchema<AuditTombstoneColumns>({
  name: 'audit_tombstone',
  columns: {
    chain: { type: 'text', primary: true },
    seq: { type: 'bigint' },
    hash: { type: 'text' },
    droppedAt: { name: 'dropped_at', type: 'timestamptz' },
    headFile: { name: 'head_file', type: 'text' },
  },
});

/** What the audit log keeps beside its entries. */
export const auditChainTables: readonly TableSchema[] = [auditUnchainedTable, auditLinkTable, auditHeadTable, auditTombstoneTable];
