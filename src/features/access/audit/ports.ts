import type { ChainHead } from './link-batch.js';
import type { StoredEntry } from './stored-entry.js';
import type { KeptLink } from './walk-chain.js';

/** A chain whose time of keeping is over, as far as it is kept. */
export interface Tombstone extends ChainHead {
  readonly droppedAt: Date;
  /** Name of the file that its head was exported in. */
  readonly headFile: string;
}

/** What waits to be chained. */
export interface UnchainedTail {
  readonly count: number;
  /** When the oldest of them was written; null where there is none. */
  readonly oldest: Date | null;
}

/** One unchanging view of the log, for checking it. */
export interface AuditSnapshot {
  /** Names of the chains, by day. */
  chains(): Promise<readonly string[]>;
  /** At most `size` links of a chain above `seq`, by rising seq, with their lines. */
  links(chain: string, seq: number, size: number): Promise<readonly KeptLink[]>;
  tombstones(): Promise<readonly Tombstone[]>;
  unchained(): Promise<UnchainedTail>;
  /** Name of the youngest file that heads were exported to, as far as the database knows; null where none were. */
  lastHeadFile(): Promise<string | null>;
  /** Lines that are neither chained nor waiting, among at most `size` above `id`; and the last id looked at, null at the end. */
  strays(id: string, size: number): Promise<{ readonly entries: readonly StoredEntry[]; readonly last: string | null }>;
}

/** Opens views of the log. */
export interface AuditArchive {
  /** Does `work` on the log as it is at one moment, whatever is written meanwhile. */
  snapshot<Result>(work: (snapshot: AuditSnapshot) => Promise<Result>): Promise<Result>;
}
