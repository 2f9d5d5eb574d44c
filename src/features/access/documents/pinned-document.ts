import type { RoleRights } from '../role-rights.js';

/** A document that was added beside those that the house brings along. */
export interface PinnedDocument {
  /** `sha256:` and 64 hexadecimal digits of the text. */
  readonly id: string;
  /** The subject of the principal whose it is; null for everybody whose role may send kept documents only. */
  readonly subject: string | null;
  /** What people call it, e.g. the file that it came from. */
  readonly name: string;
  readonly text: string;
  /** Subject of who added it. */
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** What a document turns out to be when it is read. */
export interface ReadDocument {
  readonly id: string;
  /** Objects that its answer may hold, with the sizes of pages that it names or leaves to the platform. */
  readonly cost: number;
}

/**
 * Reads a document against the schema and the limits of those whom it is for; throws what is wrong with it: `QUERY_COST` and the other
 * limits, `TEXT_INVALID`, `BAD_USER_INPUT`.
 */
export type DocumentReader = (text: string, rightsOfReaders: RoleRights['documents']) => ReadDocument;
