import type { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../kernel/sql.js';
import type { AuditTrail } from '../ports.js';
import { composeHeadFile } from './head-file.js';
import type { HeadSigner } from './head-signer.js';
import type { HeadsFolder } from './heads-folder.js';
import type { ChainHead } from './link-batch.js';
import { platformSubject } from './platform-subject.js';

/** Knows the heads of the chains and which were exported; every method works in the caller's transaction. */
export interface HeadStore {
  /** Waits until no other process exports. */
  lock(sql: Sql): Promise<void>;
  /** Heads that moved since they were exported, or all of them. */
  heads(sql: Sql, which: 'MOVED' | 'ALL'): Promise<readonly ChainHead[]>;
  waiting(sql: Sql): Promise<number>;
  /** Keeps that these heads stand in a file. */
  keep(sql: Sql, heads: readonly ChainHead[], file: string): Promise<void>;
}

/** What anchoring needs. */
export interface AnchorParts {
  readonly store: HeadStore;
  readonly folder: HeadsFolder;
  readonly signer: HeadSigner;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** What was exported. */
export interface Anchored {
  readonly file: string;
  readonly heads: number;
  readonly unchained: number;
}

/**
 * Exports the heads of the chains to a signed file, so that whoever keeps a copy can tell when the end of a chain is cut off or all of it
 * written anew. The export is itself a line of the log. Throws what the folder throws; the next export tells what this one did not.
 */
export async function anchorHeads(sql: Sql, { store, folder, signer, audit, clock }: AnchorParts): Promise<Anchored> {
  await store.lock(sql);
  const previous = await folder.last();
  const heads = await store.heads(sql, previous === null ? 'ALL' : 'MOVED');
  const unchained = await store.waiting(sql);
  const file = composeHeadFile({ heads, unchained, at: clock.now() }, previous, signer);
  await folder.add(file);
  await store.keep(sql, heads, file.name);
  const what = { file: file.name, heads: heads.length, keyId: signer.keyId };
  await audit.record(sql, { by: platformSubject, act: 'anchorAuditHeads', what, outcome: 'DONE', requestId: file.name });
  return { file: file.name, heads: heads.length, unchained };
}
