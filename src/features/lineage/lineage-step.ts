import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';

/** What became of a unit's ground or name; one pair of units may have several at once (recoded and re-parented). */
export const lineageKinds = ['SPLIT', 'MERGE', 'SHIFT', 'RENAMED', 'RECODED', 'REPARENTED'] as const;

/** One of {@link lineageKinds}. */
export type LineageKind = (typeof lineageKinds)[number];

/** What the weights of a step rest on: outlines laid upon each other, or somebody's word. */
export const lineageBases = ['AREA', 'DECLARED'] as const;

/** One of {@link lineageBases}. */
export type LineageBasis = (typeof lineageBases)[number];

/** One statement that a part of an old unit became a part of a new one; RENAMED and REPARENTED may name one unit at both ends. */
export interface LineageStep {
  readonly uuid: string;
  readonly kind: LineageKind;
  readonly basis: LineageBasis;
  readonly fromUuid: string;
  readonly toUuid: string;
  /** Share of the old unit that went to the new one, 0 < weight ≤ 1. */
  readonly weight: number;
  /** Share of the new unit that came from the old one, 0 < inverseWeight ≤ 1. */
  readonly inverseWeight: number;
  /** The first day of the new state. */
  readonly effectiveOn: CalendarDate;
  readonly redrawUuid: string | null;
  /** Number of the document that orders it; null where the redraw or the file tells it. */
  readonly document: string | null;
  /** Who entered it. */
  readonly subject: string;
  readonly role: string;
  /** On whose behalf; null for what came in a file. */
  readonly organisationUuid: string | null;
  readonly recordedFrom: Date;
}

/** A unit of any day, as lineage speaks of it: its newest name and the whole period that it was in force. */
export interface LineageUnit {
  readonly uuid: string;
  readonly layerKey: LayerKey;
  /** Null for the city's own layer. */
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  /** Counts re-uses of one local id; 1 for the first. */
  readonly generation: number;
  readonly name: string;
  /** Where its newest version lies; null where its office does not say. */
  readonly divisionCode: DivisionCode | null;
  readonly areaM2: number | null;
  readonly validFrom: CalendarDate;
  /** Null while it is in force. */
  readonly validTo: CalendarDate | null;
}
