import type { DivisionCode, SourceId } from '../../kernel/ids.js';
import type { Scope } from '../../kernel/scope.js';
import type { Sql } from '../../kernel/sql.js';
import type { CategoryKey } from '../categories/index.js';
import type { Deliberation, DeliberationSession, DeliberationState, StepTaken } from './deliberation.js';

/** A body that decides. */
export interface DecidingBody {
  readonly name: string;
  readonly kind: string;
  /** CITY, COUNTY, TOWNSHIP, COMMUNITY or NONE. */
  readonly level: string;
  readonly divisionCode: DivisionCode | null;
}

/** A step as it is written, with what it brings. */
export interface NewStep extends StepTaken {
  /** The account that takes it: kept, never shown. */
  readonly madeBy: string;
  /** The session, of a step that holds one. */
  readonly session: DeliberationSession | null;
  /** The matters that a decision opened, already written. */
  readonly matterUuids: readonly string[];
}

/** What is written of a new deliberation beside its first step. */
export type NewDeliberation = Pick<
  Deliberation,
  'uuid' | 'department' | 'proposedBy' | 'gridUuid' | 'divisionCode' | 'category' | 'title' | 'text' | 'proposedAt'
>;

/** Keeps deliberations in the city index, in the caller's transaction. */
export interface DeliberationStore {
  isCategory(sql: Sql, category: CategoryKey): Promise<boolean>;
  body(sql: Sql, organisationUuid: string): Promise<DecidingBody>;
  /** The one organisation of a code; null where none or several have it. */
  organisationOf(sql: Sql, code: SourceId): Promise<string | null>;
  propose(sql: Sql, deliberation: NewDeliberation, step: NewStep): Promise<void>;
  /** The deliberation, its row locked; null where there is none, or the scope shows none. */
  held(sql: Sql, scope: Scope, uuid: string): Promise<Deliberation | null>;
  /** Writes a step, the state and version that it leads to, and its event. */
  advance(sql: Sql, deliberation: Deliberation, step: NewStep): Promise<void>;
}

/** Which deliberations are wanted; what is null narrows nothing. */
export interface DeliberationQuery {
  readonly states: readonly DeliberationState[] | null;
  readonly divisionCodes: readonly DivisionCode[] | null;
  readonly gridUuids: readonly string[] | null;
  readonly category: CategoryKey | null;
  /** Proposed at this instant or later, and before that one. */
  readonly proposedFrom: Date | null;
  readonly proposedBefore: Date | null;
}

/** A page of deliberations, newest proposal first. */
export interface DeliberationPageWish {
  readonly query: DeliberationQuery;
  readonly first: number;
  /** The last one of the page before. */
  readonly after: { readonly proposedAt: Date; readonly uuid: string } | null;
}

/** A page's rows and whether more follow. */
export interface DeliberationRows {
  readonly deliberations: readonly Deliberation[];
  readonly hasMore: boolean;
}

/**
 * Answers the questions for deliberations; each method is one statement however many keys it is given. A scope shows them as it shows matters:
 * by whose they are and where they lie.
 */
export interface DeliberationReadModel {
  /** In order; null for what is unknown. */
  byUuid(scope: Scope, uuids: readonly string[]): Promise<readonly (Deliberation | null)[]>;
  page(scope: Scope, wish: DeliberationPageWish): Promise<DeliberationRows>;
  /** Counts up to `cap` and then stops; the answer is `cap + 1` when there are more. */
  count(scope: Scope, query: DeliberationQuery, cap: number): Promise<number>;
  /** The same page for each grid, in order of the grids. */
  pagesOfGrids(scope: Scope, gridUuids: readonly string[], wish: DeliberationPageWish): Promise<readonly DeliberationRows[]>;
  /** The deliberation whose decision opened each matter, in order; null where none did. */
  ofMatters(scope: Scope, matterUuids: readonly string[]): Promise<readonly (Deliberation | null)[]>;
}
