import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';

/** The common states of a matter; an office's own procedure maps onto them many-to-one. */
export const matterStates = [
  'REPORTED',
  'SETTLED',
  'UNDER_REVIEW',
  'MERGED',
  'REFUSED',
  'DISPATCHED',
  'ACCEPTED',
  'OBJECTED',
  'HANDLING',
  'FEEDBACK',
  'VERIFYING',
  'VERIFIED',
  'CLOSED',
  'EVALUATED',
  'RETURNED',
  'SUSPENDED',
  'WITHDRAWN',
  'OTHER_PROCEDURE',
] as const;

/** One of {@link matterStates}. */
export type MatterState = (typeof matterStates)[number];

/** The states in which nothing more is to be done. */
export const finalStates: readonly MatterState[] = ['SETTLED', 'MERGED', 'REFUSED', 'CLOSED', 'EVALUATED', 'WITHDRAWN', 'OTHER_PROCEDURE'];

/** The ways a matter comes in. */
export const matterSources = ['GRID', 'RESIDENT', 'HOTLINE', 'COURIER', 'OFFICE', 'SENSOR'] as const;

/** One of {@link matterSources}. */
export type MatterSource = (typeof matterSources)[number];

/** Why a step that an office told was not applied. */
export const unappliedReasons = ['NOT_IN_PROCEDURE', 'ENDED', 'TURNED_BACK', 'PLATFORM_STEP_UNKNOWN'] as const;

/** One of {@link unappliedReasons}. */
export type UnappliedReason = (typeof unappliedReasons)[number];

/** A step that an office told and that was not applied: the first of them, which stands beside the matter until its office tells otherwise. */
export interface ReportedTransition {
  readonly state: MatterState;
  /** The office's own word for where the matter stands with it. */
  readonly officeState: string | null;
  readonly at: Date;
  readonly why: UnappliedReason;
}

/** A matter (事项) as the city index holds it. Nothing sealed is in it. */
export interface Matter {
  readonly id: string;
  readonly uuid: string;
  readonly typeName: string;
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  readonly bornIn: 'OFFICE' | 'PLATFORM';
  readonly source: MatterSource;
  readonly title: string;
  readonly standard: string | null;
  readonly categoryKind: string | null;
  readonly categoryCode: string | null;
  readonly state: MatterState;
  readonly officeState: string | null;
  readonly keeperUuid: string;
  /** The organisation that leads it now; null while none does. */
  readonly leadUuid: string | null;
  readonly sealed: boolean;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly divisionCode: DivisionCode | null;
  /** The all-elements grid it was placed in. */
  readonly gridUuid: string | null;
  /** The unit that its own office named. */
  readonly unitUuid: string | null;
  readonly reportedAt: Date;
  readonly dueAt: Date | null;
  /** From when on its deadline is near; null where it has none. */
  readonly yellowAt: Date | null;
  readonly closedAt: Date | null;
  /** 1 for the first record, one more with each transition. */
  readonly version: number;
  /** What its office told last and its procedure, or the platform's own steps, did not let follow; null where nothing stands against it. */
  readonly reportedTransition: ReportedTransition | null;
}
