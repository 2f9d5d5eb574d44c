import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { UnitRef } from '../../grids/index.js';

/** What every decision is made with. */
export interface DecisionWords {
  readonly idempotencyKey: string;
  /** 1–100 characters. */
  readonly documentNumber: string;
  /** 1–500 characters; no names of persons. */
  readonly reason: string;
  /** Code of the organisation on whose behalf it is made. */
  readonly organisation: SourceId;
}

/** A set as somebody declares it. */
export interface SetDeclaration extends DecisionWords {
  readonly unit: UnitRef;
  readonly layer: LayerKey;
  readonly weights: readonly { readonly localId: SourceId; readonly weight: number; readonly inverseWeight: number | null }[];
  readonly remainder: number | null;
  readonly doubleCover: number;
  readonly restAsComputed: boolean;
  /** The city's day when null. */
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  /** The declaration whose place it takes, whole: days that the new one leaves out are as computed. */
  readonly replaces: { readonly uuid: string; readonly expectedVersion: number } | null;
}

/** A pair as somebody rejects it. */
export interface PairRejection extends DecisionWords {
  readonly one: UnitRef;
  readonly other: UnitRef;
  /** The city's day when null. */
  readonly validFrom: CalendarDate | null;
}

/** A decision as somebody withdraws it. */
export interface DecisionWithdrawal extends DecisionWords {
  readonly uuid: string;
  readonly expectedVersion: number;
}
