import type { StatementOrigin } from '../declaration.js';
import type { SharingGrant } from './sharing-grant.js';

/** One version of a grant as the index holds it, on both clocks. */
export interface HeldGrant extends SharingGrant {
  /** Counts what was ever recorded of the grant: 1 for the first. */
  readonly version: number;
  /** Number of the document that it rests on. */
  readonly document: string;
  readonly origin: StatementOrigin;
  /** Subject of who recorded this version; null, with the two below, where a pack brought it. */
  readonly declaredBy: string | null;
  readonly role: string | null;
  /** Code of the organisation on whose behalf it was recorded. */
  readonly organisation: string | null;
  readonly recordedFrom: Date;
  /** Null: believed now. */
  readonly recordedTo: Date | null;
}

/** A grant about to be recorded. */
export type NewGrant = Omit<SharingGrant, 'uuid'>;
