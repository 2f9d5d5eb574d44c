import type { DepartmentCode, LayerKey } from '../../kernel/ids.js';

/** One division of the ground, kept by one office under one scheme of ids. */
export interface Layer {
  readonly key: LayerKey;
  /** Null for the city's own layer. */
  readonly department: DepartmentCode | null;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Whether its units are meant to cover the ground without overlap. */
  readonly partition: boolean;
  /** One layer of each office is primary: it answers where a question names the office only. */
  readonly primary: boolean;
  /** The rule of its local ids, e.g. `cn-unit-grid-15`. */
  readonly idScheme: string;
  /** Whether a generator drew it. */
  readonly synthetic: boolean;
  /** Stable order among all layers; the city's own is 0. */
  readonly ordinal: number;
  /** The GraphQL type that shows its units. */
  readonly typeName: string;
}

/** A layer as the index keeps it. */
export interface HeldLayer extends Omit<Layer, 'typeName'> {
  /** The layer of the same office whose units its own are sets of; null where they are none, or no city pack has told. */
  readonly membersOf: LayerKey | null;
}
