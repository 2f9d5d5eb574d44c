import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode } from '../../kernel/ids.js';
import type { CategoryKey } from '../categories/index.js';

/** Where a deliberation stands: proposed by the grid, deliberated by residents, decided by the community, carried out. */
export const deliberationStates = ['PROPOSED', 'DELIBERATED', 'ADOPTED', 'NOT_ADOPTED', 'CARRIED_OUT', 'RETURNED', 'WITHDRAWN'] as const;

/** One of {@link deliberationStates}. */
export type DeliberationState = (typeof deliberationStates)[number];

/** At which round residents deliberate; source 002: 议事平台 at 社区、网格、小区、楼栋. */
export const deliberationPlatforms = ['COMMUNITY', 'GRID', 'ESTATE', 'BUILDING'] as const;

/** One of {@link deliberationPlatforms}. */
export type DeliberationPlatform = (typeof deliberationPlatforms)[number];

/** A session of residents: counts alone, never who took part or how anybody voted. */
export interface DeliberationSession {
  readonly platform: DeliberationPlatform;
  /** The day in the city's time zone. */
  readonly heldOn: CalendarDate;
  /** How many took part, 1 or more; for, against and abstained together are no more than that. */
  readonly participants: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** One step that a deliberation has taken. */
export interface StepTaken {
  /** The version that it led to. */
  readonly version: number;
  /** The name of the mutation that made it. */
  readonly step: string;
  /** Null for the proposal. */
  readonly fromState: DeliberationState | null;
  readonly toState: DeliberationState;
  /** The organisation on whose behalf it was made; null where none was told. */
  readonly organisationUuid: string | null;
  /** The office of whoever made it, of a decision; never a name. */
  readonly role: string | null;
  /** The number of the document, of a decision. */
  readonly document: string | null;
  /** The text of a decision, the result of carrying it out, the reason of a return or a withdrawal; null for the others. */
  readonly words: string | null;
  readonly at: Date;
}

/** A session, and the version of the deliberation that it led to. */
export interface SessionHeld extends DeliberationSession {
  readonly version: number;
}

/** A matter that a decision opened, and the version that it was opened with. */
export interface OpenedMatter {
  readonly version: number;
  readonly matterUuid: string;
}

/** What was proposed in a grid, and what became of it (网格提事、居民议事、社区决事). */
export interface Deliberation {
  readonly id: string;
  readonly typeName: 'Deliberation';
  readonly uuid: string;
  /** The office of whoever proposed it; null for the city's own people. */
  readonly department: DepartmentCode | null;
  /** The account that proposed it: compared, never shown. */
  readonly proposedBy: string;
  /** The all-elements grid that it is about. */
  readonly gridUuid: string;
  /** The community of the grid. */
  readonly divisionCode: DivisionCode;
  readonly category: CategoryKey;
  readonly title: string;
  readonly text: string;
  readonly state: DeliberationState;
  /** Rises by one with every step. */
  readonly version: number;
  readonly proposedAt: Date;
  /** Oldest first. */
  readonly steps: readonly StepTaken[];
  /** Oldest first. */
  readonly sessions: readonly SessionHeld[];
  readonly opened: readonly OpenedMatter[];
}
