import type { NestedRings } from '../../../geometry/rings.js';
import type { DivisionCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';

/** Records of one kind by their ids: units of a layer, elements of a kind, or matters. */
export interface HeldWish {
  readonly kind: 'UNIT' | 'ELEMENT' | 'MATTER';
  /** The layer of units or the kind of elements; empty for matters. */
  readonly within: string;
  readonly ids: readonly SourceId[];
}

/** What is compared of a record that is held. */
export interface HeldRecord {
  readonly contentHash: string;
  readonly divisionCode: DivisionCode | null;
}

/** Asks a front database about single records, so that a push costs by its own size and not by the office's. */
export interface HeldRecords {
  /** The newest of each record that is there, by id. */
  find(sql: Sql, wish: HeldWish): Promise<ReadonlyMap<SourceId, HeldRecord>>;
  /** Which units of these ids there are, in whatever layer, as {@link unitKey} writes them. */
  units(sql: Sql, ids: readonly SourceId[]): Promise<ReadonlySet<string>>;
  /** The boundaries of units, by id; null where none is drawn. */
  boundaries(sql: Sql, layerKey: LayerKey, ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, NestedRings | null>>;
}

/** A unit by layer and id, as one text. */
export function unitKey(layerKey: LayerKey, localId: SourceId): string {
  return JSON.stringify([layerKey, localId]);
}
