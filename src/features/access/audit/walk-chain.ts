import { chainOf } from './chain-key.js';
import { digestOfHash } from './digest.js';
import type { AuditFault, AuditFinding } from './finding.js';
import type { ChainHead } from './link-batch.js';
import { genesisOf, linkHash } from './link-hash.js';
import type { StoredEntry } from './stored-entry.js';

/** A link as it is kept, with the line that it names; null where there is none. */
export interface KeptLink {
  readonly seq: number;
  readonly entryId: string;
  readonly hash: string;
  readonly entry: StoredEntry | null;
}

/** Walks along one chain, link by link, and stops at the first bad one; keeps two links and one page in memory. */
export class ChainWalker {
  readonly #chain: string;
  readonly #heads: readonly ChainHead[];
  /** The hashes behind the last good link and behind the one before it. */
  #behind: { readonly last: string; readonly before: string | null };
  #lastLink: KeptLink | null = null;
  #good = 0;
  #nextHead = 0;

  /** `heads` are those exported of this chain, by rising seq. */
  constructor(chain: string, heads: readonly ChainHead[]) {
    this.#chain = chain;
    this.#heads = heads;
    this.#behind = { last: genesisOf(chain), before: null };
  }

  /** How many links agree by now. */
  get good(): number {
    return this.#good;
  }

  /** Takes the next links by rising seq; answers what is wrong with the first bad one, or null when all agree. */
  take(page: readonly KeptLink[]): AuditFinding | null {
    for (const [place, link] of page.entries()) {
      const finding = this.#faultOf(link, page.slice(place + 1, place + 1 + lookAhead)) ?? this.#againstHead(link);
      if (finding) return finding;
      this.#behind = { last: link.hash, before: this.#behind.last };
      this.#lastLink = link;
      this.#good += 1;
    }
    return null;
  }

  /** Says whether the chain ends before a head that was exported of it. */
  end(): AuditFinding | null {
    const beyond = this.#heads[this.#nextHead];
    if (beyond === undefined) return null;
    return this.#finding('TRUNCATED', { seq: this.#good + 1, entryId: null }, `it ends at ${this.#good}, but ${beyond.seq} was exported`);
  }

  #faultOf(link: KeptLink, following: readonly KeptLink[]): AuditFinding | null {
    const expected = this.#good + 1;
    if (link.seq > expected) return this.#finding('MISSING', { seq: expected, entryId: null }, `the next link is ${link.seq}`);
    if (link.seq < expected) return this.#finding('EXTRA', link, `expected ${expected} as the next link`);
    if (link.entry === null) return this.#finding('MISSING', link, 'there is no such line');
    if (follows(this.#behind.last, link)) return this.#strangerIn(link, link.entry);
    return this.#whyNot(link, following);
  }

  #strangerIn(link: KeptLink, entry: StoredEntry): AuditFinding | null {
    const home = chainOf(entry);
    return home === this.#chain ? null : this.#finding('EDITED', link, `the line belongs to ${home}`);
  }

  #whyNot(link: KeptLink, following: readonly KeptLink[]): AuditFinding {
    const { last, before } = this.#behind;
    if (before !== null && this.#lastLink && follows(before, link)) {
      return this.#finding('EXTRA', this.#lastLink, 'the link after it follows the one before it');
    }
    const all = [link, ...following];
    const made = (previous: string, entry: StoredEntry): boolean => all.some(({ hash }) => madeOf(previous, entry)(hash));
    const rightful = following.find(({ entry }) => entry !== null && made(last, entry));
    if (!rightful) return this.#finding('EDITED', link, 'line and hash do not agree with each other and the link before');
    const { entry } = link;
    if (entry !== null && all.some(({ hash }) => made(hash, entry))) {
      return this.#finding('REORDERED', link, `line ${rightful.entryId} was chained here`);
    }
    return this.#finding('EXTRA', link, `line ${rightful.entryId} was chained here`);
  }

  #againstHead(link: KeptLink): AuditFinding | null {
    const head = this.#heads[this.#nextHead];
    if (head?.seq !== link.seq) return null;
    if (head.hash !== link.hash) {
      const since = this.#heads[this.#nextHead - 1]?.seq ?? 0;
      return this.#finding('REWRITTEN', link, `it agrees with itself, but not with the exported head; changed after ${since}`);
    }
    this.#nextHead += 1;
    return this.#againstHead(link);
  }

  #finding(fault: AuditFault, at: { readonly seq: number; readonly entryId: string | null }, says: string): AuditFinding {
    const line = at.entryId === null ? '' : `, line ${at.entryId}`;
    return { fault, chain: this.#chain, seq: at.seq, entryId: at.entryId, says: `${this.#chain} link ${at.seq}${line}: ${says}.` };
  }
}

/** How far ahead the rightful line of a place is looked for. */
const lookAhead = 64;

function follows(previous: string, { hash, entry }: KeptLink): boolean {
  return entry !== null && madeOf(previous, entry)(hash);
}

/** Whether a hash was made of that line behind that hash, by the digest that the hash itself names. */
function madeOf(previous: string, entry: StoredEntry): (hash: string) => boolean {
  return (hash) => {
    const digest = digestOfHash(hash);
    return digest !== null && linkHash(previous, entry, digest) === hash;
  };
}
