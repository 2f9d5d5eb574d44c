import { hash } from 'node:crypto';

import type { NestedRings } from '../../geometry/rings.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { SealedPart } from '../access/index.js';
import type { ElementKind } from '../elements/index.js';
import type { MatterSource, MatterState } from '../matters/index.js';

/** Values of an office's own fields by column; dates as text. */
export type OwnCells = Readonly<Record<string, string | number | boolean | null>>;

/** What every accepted record carries: the fingerprint of all that its office said. Equal fingerprints mean nothing changed. */
interface Fingerprinted {
  readonly contentHash: string;
}

/** Where a record comes from beside its run; no part of its content. */
export interface Provenance {
  /** The row of its file; null where no one row brought it. */
  readonly rowNumber: number | null;
}

/** The provenance of a record that its office may have stamped. */
export interface StampedProvenance extends Provenance {
  /** When its office last changed it; null where it does not say. */
  readonly updatedAt: Date | null;
}

/** A unit as an office, or the city, keeps it. */
export interface UnitRecord extends Fingerprinted, StampedProvenance {
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
  readonly name: string;
  readonly divisionCode: DivisionCode | null;
  readonly households: number | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Coordinates of a GeoJSON MultiPolygon, EPSG:4326, through the ring gate; null where none is drawn. */
  readonly boundary: NestedRings | null;
  readonly members: readonly SourceId[];
  readonly buildings: readonly SourceId[];
  /** Null where the office does not say. */
  readonly asOf: CalendarDate | null;
  readonly own: OwnCells;
}

/** An element as its keeper's office gives it. */
export interface ElementRecord extends Fingerprinted, StampedProvenance {
  readonly kind: ElementKind;
  readonly sourceId: SourceId;
  readonly name: string;
  readonly keeperCode: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** The unit it is said to stand in, where it has no point. */
  readonly layerKey: LayerKey | null;
  readonly unitLocalId: SourceId | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly asOf: Date | null;
}

/** A count of a unit; `value` null means suppressed. */
export interface CountRecord extends Fingerprinted, Provenance {
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
  readonly measure: string;
  readonly value: number | null;
  readonly asOf: CalendarDate;
}

/** A post of a unit: an organisation and a duty line, never a person. */
export interface PostRecord extends Fingerprinted, Provenance {
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
  /** Counts the posts of one unit in one office's file, from 1. */
  readonly ordinal: number;
  readonly kind: string;
  readonly organisationCode: string;
  readonly dutyLine: string | null;
  readonly vacant: boolean;
}

/** One step of a matter as the front database keeps it. */
export interface StepRecord {
  readonly state: MatterState;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly organisationCode: string | null;
}

/** A matter as its office keeps it, its text included. */
export interface MatterRecord extends Fingerprinted, StampedProvenance {
  readonly localId: SourceId;
  readonly source: MatterSource;
  readonly title: string;
  /** Never leaves the front database; null where it is sealed. */
  readonly text: string | null;
  readonly standard: string;
  readonly categoryKind: string;
  readonly categoryCode: string;
  readonly state: MatterState;
  readonly officeState: string | null;
  readonly keeperCode: string;
  readonly leadCodes: readonly string[];
  readonly supportCodes: readonly string[];
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly layerKey: LayerKey | null;
  readonly unitLocalId: SourceId | null;
  readonly divisionCode: DivisionCode | null;
  readonly reportedAt: Date;
  readonly dueAt: Date | null;
  readonly steps: readonly StepRecord[];
  readonly sealed: boolean;
  /** Whether it never leaves the front database, its existence included. */
  readonly staysHome: boolean;
  /** Who petitioned and in which words, not yet encrypted; null where nothing of it is known. */
  readonly sealedPart: SealedPart | null;
  readonly own: OwnCells;
}

/** A matter category as the city's register gives it. */
export interface CategoryRecord {
  readonly standard: string;
  readonly kind: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly parentCode: string | null;
}

/** The fingerprint of a record's content: equal for equal content, whatever run brought it. */
export function contentHash(content: unknown): string {
  return hash('sha256', JSON.stringify(content), 'base64url');
}

/** The record with its fingerprint. */
export function fingerprinted<Content extends object>(content: Content): Content & Fingerprinted {
  return { ...content, contentHash: contentHash(content) };
}
