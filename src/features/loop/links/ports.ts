import type { CalendarDate } from '../../../kernel/dates.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterQuery } from '../../matters/index.js';
import type { Candidate, DuplicateWindow, Proposal } from './duplicate-window.js';
import type { MatterLink, MatterLinkKind, MatterLinkState } from './matter-link.js';

/** Two matters and what links them. */
export interface LinkKey {
  readonly fromUuid: string;
  readonly toUuid: string;
  readonly kind: MatterLinkKind;
}

/** Keeps links between matters. */
export interface MatterLinkStore {
  /** Writes a link that a person has made; one that was proposed or rejected before, either way round, is confirmed by it. */
  confirm(sql: Sql, key: LinkKey, decision: LinkDecision): Promise<void>;
  /**
   * Decides a duplicate that was proposed of two matters, whichever is the later. Answers null when it did, else how the proposal stands:
   * decided already, or NONE.
   */
  decide(
    sql: Sql,
    matters: readonly [one: string, other: string],
    decision: LinkDecision & { readonly state: Exclude<MatterLinkState, 'PROPOSED'> },
  ): Promise<MatterLinkState | 'NONE' | null>;
}

/** The matter as which another was reopened and that is not closed again. */
export interface OpenReopening {
  readonly localId: string;
  /** Whether the scope shows it: only then may it be named. */
  readonly isShown: boolean;
}

/** Finds the open matter as which one was reopened last; null where there is none. */
export type FindReopening = (sql: Sql, scope: Scope, matterUuid: string) => Promise<OpenReopening | null>;

/** Who decides, and when. */
export interface LinkDecision {
  /** The account. */
  readonly by: string;
  readonly at: Date;
}

/** Finds what may be reported twice, from where in the event log it last stopped. Every method works in the caller's transaction. */
export interface DuplicateStore {
  /** The position up to which new matters were looked at, held against other processes; null where one of them holds it. */
  holdMark(sql: Sql): Promise<number | null>;
  moveMark(sql: Sql, position: number): Promise<void>;
  /** The matters recorded after a position, so many at most, and the position that was read up to. */
  recordedAfter(sql: Sql, position: number, most: number): Promise<{ readonly matterUuids: readonly string[]; readonly upTo: number }>;
  /**
   * For each of some matters the open ones beside it that may be the same: of its category, or of one that is declared EQUIVALENT to it on
   * the day, reported within the hours, about as near as the metres say or, where one has no point, in the same all-elements grid. Nothing
   * sealed, nothing that is linked to it already, and nothing of the same office's own register.
   */
  candidates(sql: Sql, matterUuids: readonly string[], terms: SearchTerms): Promise<readonly Candidate[]>;
  /** Proposes; what is linked already stays as it is. */
  propose(sql: Sql, proposals: readonly Proposal[], at: Date): Promise<void>;
}

/** How far and on which day duplicates are searched. */
export interface SearchTerms {
  readonly window: DuplicateWindow;
  readonly today: CalendarDate;
}

/** A page of proposals, newest first. */
export interface ProposalPageWish {
  /** Must hold for one of the two matters. */
  readonly query: MatterQuery;
  readonly first: number;
  readonly after: { readonly madeAt: Date; readonly fromUuid: string; readonly toUuid: string } | null;
}

/** Reads the proposals that nobody has decided, of which a scope shows both matters; both open, neither sealed. */
export interface DuplicateReadModel {
  page(scope: Scope, wish: ProposalPageWish): Promise<{ readonly links: readonly MatterLink[]; readonly hasMore: boolean }>;
  /** Counts up to `cap` and then stops; the answer is `cap + 1` when there are more. */
  count(scope: Scope, query: MatterQuery, cap: number): Promise<number>;
}

/** Reads links of which a scope shows both matters. */
export interface MatterLinkReadModel {
  /** Those of some matters that are confirmed, oldest first. */
  of(scope: Scope, matterUuids: readonly string[]): Promise<readonly MatterLink[]>;
}
