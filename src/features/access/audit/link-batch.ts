import { chainOf } from './chain-key.js';
import type { Digest } from './digest.js';
import { genesisOf, linkHash } from './link-hash.js';
import type { StoredEntry } from './stored-entry.js';

/** The place of one line in its chain. */
export interface AuditLink {
  readonly chain: string;
  /** Dense from 1. */
  readonly seq: number;
  readonly entryId: string;
  readonly hash: string;
}

/** The last link of a chain. */
export type ChainHead = Pick<AuditLink, 'chain' | 'seq' | 'hash'>;

/** Chains lines in the order in which they come, each behind the head of its chain; a chain that has none begins at 1. */
export function linkBatch(entries: readonly StoredEntry[], heads: readonly ChainHead[], digest: Digest): readonly AuditLink[] {
  const last = new Map<string, Pick<ChainHead, 'seq' | 'hash'>>(heads.map((head) => [head.chain, head]));
  return entries.map((entry) => {
    const chain = chainOf(entry);
    const { seq, hash } = last.get(chain) ?? { seq: 0, hash: genesisOf(chain) };
    const link = { chain, seq: seq + 1, entryId: entry.id, hash: linkHash(hash, entry, digest) };
    last.set(chain, link);
    return link;
  });
}
