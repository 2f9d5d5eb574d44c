import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode, LayerKey } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Concern } from '../../access/index.js';
import type { UnitRef } from '../../grids/index.js';
import type { DecidedGround, DecisionsInForce, DeclaredSet, RejectedPair } from './decision.js';
import type { DecidedBy, DecidedUnit, LinkDecision } from './link-decision.js';
import type { Period } from './period.js';

/** A unit that a reference may mean, with the ground it has on the asked day. */
export interface UnitCandidate extends DecidedUnit {
  /** Whether it is valid on the asked day. */
  readonly isThere: boolean;
  /** Square metres on that day; null where it has no polygon. */
  readonly areaM2: number | null;
}

/** One row: a unit as one layer covers it. */
export interface RowRef {
  readonly unitUuid: string;
  readonly layerKey: LayerKey;
}

/** What every decision is recorded with. */
export interface DecisionRecord {
  readonly uuid: string;
  readonly by: Omit<DecidedBy, 'organisationCode'>;
  readonly organisationUuid: string;
  readonly documentNumber: string;
  readonly reason: string;
  readonly recordedAt: Date;
  /** The decision that it ends; null where it stands by itself. */
  readonly endsUuid: string | null;
}

/** What a decision is about; null for one that only ends another. */
export type DecisionMatter =
  | { readonly kind: 'DECLARATION'; readonly set: DeclaredSet }
  | { readonly kind: 'REJECTION'; readonly pair: RejectedPair }
  | { readonly kind: 'WITHDRAWAL' };

/** What the event log is told of a decision. */
export interface DecisionTold {
  readonly kind: 'LINK_DECLARED' | 'LINK_REJECTED' | 'DECISION_WITHDRAWN';
  readonly uuid: string;
  /** The office that decided; null for the city. */
  readonly department: DepartmentCode | null;
  readonly endsUuid: string | null;
  readonly at: Date;
}

/** Keeps the decisions in the city index and lays them over its rows; every method runs in the caller's transaction. */
export interface DecisionStore {
  /** Waits until nobody else decides or publishes, and keeps others waiting until the transaction ends. */
  lock(sql: Sql): Promise<void>;
  /** The city's first day in any register; null while it has none. */
  firstDay(sql: Sql): Promise<CalendarDate | null>;
  /** The units that each reference may mean, in order of the references. */
  candidates(sql: Sql, refs: readonly UnitRef[], day: CalendarDate): Promise<readonly (readonly UnitCandidate[])[]>;
  /** Whether the city has a layer of that key. */
  hasLayer(sql: Sql, key: LayerKey): Promise<boolean>;
  /** The decisions in force that name one of these units. */
  inForce(sql: Sql, unitUuids: readonly string[]): Promise<DecisionsInForce>;
  ground(sql: Sql, unitUuids: readonly string[]): Promise<DecidedGround>;
  byUuid(sql: Sql, uuids: readonly string[]): Promise<readonly (LinkDecision | null)[]>;
  /** The offices on either side of these rows (the city for its own layer), and where their units lie by the newest register. */
  concernOf(sql: Sql, rows: readonly RowRef[]): Promise<Concern>;
  insert(sql: Sql, record: DecisionRecord, matter: DecisionMatter): Promise<void>;
  /** Ends a decision in force. */
  end(sql: Sql, uuid: string, at: Date): Promise<void>;
  /** Appends the event that tells of a decision. */
  tell(sql: Sql, told: DecisionTold): Promise<void>;
  /** Lays the decisions in force over these rows as they were computed, and writes what that changes; `decisionUuid` is the newest. */
  reapply(sql: Sql, rows: readonly RowRef[], by: { readonly decisionUuid: string; readonly at: Date }): Promise<void>;
}

/** Which decisions somebody looks for. */
export interface DecisionQuery {
  readonly unit: UnitRef | null;
  readonly documentNumber: string | null;
  /** Null for all. */
  readonly inForce: boolean | null;
}

/** Where a page of decisions begins: behind this one. */
export interface DecisionPageStart {
  readonly recordedFrom: Date;
  readonly uuid: string;
}

/** What the review queue must know of a declaration in force. */
export interface StandingDeclaration extends Period, RowRef {
  readonly uuid: string;
  /** How far it was from what was computed when it was declared; see `differenceOf`. */
  readonly difference: number;
}

/** Answers the questions for decisions. */
export interface DecisionReadModel {
  byUuid(uuids: readonly string[]): Promise<readonly (LinkDecision | null)[]>;
  /** Newest first; one more than `first` where more follow. */
  page(query: DecisionQuery, wish: { readonly first: number; readonly after: DecisionPageStart | null }): Promise<readonly LinkDecision[]>;
  count(query: DecisionQuery): Promise<number>;
  /** The declarations in force. */
  standing(): Promise<readonly StandingDeclaration[]>;
}
