import type { ErrorCode } from '../../../kernel/city-error.js';

/** How one file ended that was taken from a drop folder. */
export interface DroppedFileEnd {
  /** Its name, as the import tells it. */
  readonly file: string;
  /** The run that read it; empty where none began. */
  readonly runId: string;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** Why it could not be taken; null where it was. */
  readonly failure: string | null;
  /** The code of the failure. */
  readonly failureCode?: ErrorCode;
}

/**
 * How an import of taken files ended: each file with its end; none of them taken, and why; or not now (another import is under way, a
 * database is away, the platform stops), so that the same files are to be tried again.
 */
export type ImportEnd =
  | { readonly kind: 'ENDED'; readonly files: readonly DroppedFileEnd[] }
  | { readonly kind: 'REFUSED'; readonly why: string }
  | { readonly kind: 'LATER'; readonly why: string };

/** Imports files of an office (by its key), of one layer or kind; a stop is answered with `LATER`. Never throws. */
export type ImportTaken = (wish: {
  readonly office: string;
  readonly paths: readonly string[];
  readonly stop: AbortSignal;
}) => Promise<ImportEnd>;
