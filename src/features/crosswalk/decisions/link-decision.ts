import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode, LayerKey, SourceId } from '../../../kernel/ids.js';

/** What people can decide about links; a WITHDRAWAL ends one of the others. */
export const decisionKinds = ['DECLARATION', 'REJECTION', 'WITHDRAWAL'] as const;

/** One of {@link decisionKinds}. */
export type DecisionKind = (typeof decisionKinds)[number];

/** A unit as a decision names it; it may have ended since. */
export interface DecidedUnit {
  readonly uuid: string;
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  readonly layerKey: LayerKey;
}

/** The office and the body that a decision speaks for; never a person's name. */
export interface DecidedBy {
  readonly subject: string;
  readonly role: string;
  /** Null for the city as a whole. */
  readonly department: DepartmentCode | null;
  readonly organisationCode: SourceId;
}

/** One decision about links, as it was recorded; nothing of it is ever overwritten but `recordedTo` and with it the version. */
export interface LinkDecision {
  readonly uuid: string;
  readonly kind: DecisionKind;
  readonly by: DecidedBy;
  readonly documentNumber: string;
  readonly reason: string;
  readonly recordedFrom: Date;
  /** Null while it is in force. */
  readonly recordedTo: Date | null;
  /** The decision that this one ended: withdrew, or took the place of. */
  readonly endsUuid: string | null;
  readonly endedByUuid: string | null;
  /** 1, and 2 once it has ended. */
  readonly version: number;
  /** Null for a WITHDRAWAL. */
  readonly unit: DecidedUnit | null;
  /** The other unit of a REJECTION. */
  readonly other: DecidedUnit | null;
  /** The layer of a DECLARATION. */
  readonly layerKey: LayerKey | null;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  /** Null where the share not named stays as computed, and for what is no DECLARATION. */
  readonly remainder: number | null;
  readonly doubleCover: number;
  readonly weights: readonly { readonly unit: DecidedUnit; readonly weight: number; readonly inverseWeight: number }[];
}
