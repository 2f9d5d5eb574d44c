import type { LayerKey, SourceId } from '../../../kernel/ids.js';

/** What a run may find odd about what it reads without refusing any of it. */
export const findingKinds = [
  'DATUM_OFFSET',
  'POOR_COVER',
  'OTHER_VINTAGE',
  'SELF_OVERLAP',
  'PARTS_DISAGREE',
  'UNUSUAL_UNITS',
  'ODD_TIME',
  'DATUM_CONVERTED',
] as const;

/** One of {@link findingKinds}. */
export type FindingKind = (typeof findingKinds)[number];

/** One finding, for people to look at. */
export interface RunFinding {
  readonly kind: FindingKind;
  /** Null where it is not about a layer. */
  readonly layerKey: LayerKey | null;
  /** The unit it is about; null where the whole layer is meant, or none. */
  readonly localId: SourceId | null;
  readonly message: string;
  readonly messageZh: string;
  /** The figures behind it: metres, shares of 0..1, days, counts. */
  readonly measures: Readonly<Record<string, number | string>>;
}
