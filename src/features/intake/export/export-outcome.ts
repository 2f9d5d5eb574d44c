import type { WrittenFile } from './draft-files.js';
import type { KeptCount } from './kept-records.js';

/** Why records are not in an export: see {@link KeptCount}; UNSAYABLE are those that a file could not say so that they are read the same. */
export type LeftOut = Omit<KeptCount, 'rows'> & { readonly unsayable: number };

/** What became of one part. */
export interface ExportedPart {
  /** As its file or sheet is called. */
  readonly name: string;
  readonly rows: number;
  readonly leftOut: LeftOut;
}

/** What an export wrote. */
export interface ExportOutcome {
  readonly parts: readonly ExportedPart[];
  readonly files: readonly WrittenFile[];
}
