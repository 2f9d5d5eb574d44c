import canonicalize from 'canonicalize';

import { type Digest, hashOf } from './digest.js';
import type { StoredEntry } from './stored-entry.js';

/** What stands before the first link of a chain: its name, so that no chain passes for another. */
export function genesisOf(chain: string): string {
  return `allgrid-audit-1 ${chain} `;
}

/** The hash of a link: over the hash before it and the line in canonical JSON (RFC 8785). */
export function linkHash(previous: string, entry: StoredEntry, digest: Digest): string {
  return hashOf(digest, previous + canonicalize(entry)!);
}
