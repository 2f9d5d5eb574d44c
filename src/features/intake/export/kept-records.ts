import type { LayerKey } from '../../../kernel/ids.js';
import type { TablePart } from '../office/table-part.js';
import type { StoredCount, StoredElement, StoredPost, StoredUnit } from '../ports.js';
import type { MatterRecord, OwnCells, StampedProvenance } from '../records.js';
import type { FiledElementKind } from '../rows/layouts.js';

/** What its office may have stamped; null where it did not. */
type Stamped = Pick<StampedProvenance, 'updatedAt'>;

/** A unit as its office keeps it: the newest of those that have had its local id. */
export interface KeptUnit extends Omit<StoredUnit, 'runId'>, Stamped {
  readonly own: OwnCells;
}

/** An element as its office keeps it. */
export interface KeptElement extends StoredElement, Stamped {}

/** A matter that may leave its office and is not sealed. */
export type KeptMatter = Omit<MatterRecord, 'sealedPart' | 'staysHome' | 'sealed' | 'contentHash' | 'rowNumber'>;

/** How many records of one part there are. */
export interface KeptCount {
  /** That can stand in a file. */
  readonly rows: number;
  /** Matters that are sealed, or whose office seals all of them. Those that stay home are not even counted. */
  readonly sealed: number;
  /** Units whose id another unit has taken over since. */
  readonly earlier: number;
  /** Units that ended because their office's file no longer listed them. */
  readonly ended: number;
}

/**
 * What one office keeps in its front database, as it stood at one instant. Records come in the order of their keys, a page at a time, so that
 * memory stays bounded whatever there is.
 */
export interface KeptRecords {
  /** `sets`: the layers whose units have no ground of their own where they name members. */
  count(part: TablePart, sets: ReadonlySet<LayerKey>): Promise<KeptCount>;
  /** Those that have not ended by no longer being listed. */
  units(layerKey: LayerKey): AsyncIterable<readonly KeptUnit[]>;
  elements(kind: FiledElementKind): AsyncIterable<readonly KeptElement[]>;
  counts(): AsyncIterable<readonly StoredCount[]>;
  posts(): AsyncIterable<readonly StoredPost[]>;
  matters(): AsyncIterable<readonly KeptMatter[]>;
}

/** Opens one office's front database for reading as it stands now; nothing that happens meanwhile is seen. */
export interface KeptRecordsReader {
  read<Result>(work: (records: KeptRecords) => Promise<Result>): Promise<Result>;
}
