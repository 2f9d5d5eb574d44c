import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';
import type { Scope } from '../../kernel/scope.js';
import type { Sql } from '../../kernel/sql.js';
import type { Matter, MatterSource, MatterState, UnappliedReason } from './matter.js';
import type { MatterPageWish, MatterQuery } from './matter-query.js';

/** One step that a matter has taken, as its office tells it. */
export interface MatterStep {
  readonly state: MatterState;
  readonly at: Date;
  readonly organisationCode: string | null;
}

/** What a place of a matter was found by: its point, the unit that its own office named, or the links of that unit. */
export const placedBy = ['POINT', 'OWN_UNIT', 'CROSSWALK'] as const;

/** One of {@link placedBy}. */
export type PlacedBy = (typeof placedBy)[number];

/** A unit that a matter lies in, and how sure that is: 1 by its point or its own office's word, else the weight of the link it came by. */
export interface Placement {
  readonly unitUuid: string;
  readonly weight: number;
  readonly by: PlacedBy;
}

/** A matter as it arrives from the office whose register it stands in, already placed. Accusations never arrive. */
export interface MatterArrival {
  readonly department: DepartmentCode;
  readonly localId: SourceId;
  readonly source: MatterSource;
  /** Already safe to show: of a sealed matter made from category and division. */
  readonly title: string;
  readonly standard: string | null;
  readonly categoryKind: string | null;
  readonly categoryCode: string | null;
  readonly state: MatterState;
  readonly officeState: string | null;
  readonly keeperCode: string;
  readonly leadCodes: readonly string[];
  readonly supportCodes: readonly string[];
  readonly sealed: boolean;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly divisionCode: DivisionCode | null;
  readonly gridUuid: string | null;
  readonly unitUuid: string | null;
  readonly placements: readonly Placement[];
  readonly reportedAt: Date;
  readonly dueAt: Date | null;
  /** In order; the first is the report, the last agrees with `state`. */
  readonly steps: readonly MatterStep[];
  readonly contentHash: string;
}

/** Holds steps that offices tell against their procedures. */
export interface StepJudge {
  /** Why one state may not follow another in an office's procedure, as its feed tells it; null where it may. */
  fault(department: DepartmentCode, from: MatterState | null, to: MatterState): UnappliedReason | null;
  /** Whether an office has a procedure of its own, whose words the platform's own steps on its matters use. */
  hasOwn(department: DepartmentCode): boolean;
}

/** A matter of which its office told something new, as it stands with that. */
export interface ToldMatter {
  readonly uuid: string;
  readonly department: DepartmentCode;
  /** Whether the index had not held it. */
  readonly isNew: boolean;
  /** What came into its history, in order; the first of a new matter comes from nothing. */
  readonly steps: readonly (Pick<MatterStep, 'state' | 'at'> & { readonly from: MatterState | null })[];
  /** The office's word for its state, before and now. */
  readonly officeStates: { readonly before: string | null; readonly now: string | null };
  readonly isFinal: boolean;
  /** The deadline in the office's own record; null where it tells none, or where the platform's own stand holds against it. */
  readonly dueAt: Date | null;
}

/** Hears of matters of which their offices told something new, in the transaction that writes it. */
export type MattersTold = (sql: Sql, told: readonly ToldMatter[]) => Promise<void>;

/** Writes arriving matters into the city index, with their assignments, history and events, in the caller's transaction. */
export interface MatterIndexWriter {
  /** Idempotent; a changed matter rises in version. Answers how many matters really changed. */
  apply(sql: Sql, arrivals: readonly MatterArrival[]): Promise<number>;
  /** Removes matters of an office with all that belongs to them, and empties their events; unknown ids are passed over. Answers how many it held. */
  withdraw(sql: Sql, department: DepartmentCode, localIds: readonly SourceId[]): Promise<number>;
}

/** A matter's rows and whether more follow. */
export interface MatterRows {
  readonly matters: readonly Matter[];
  readonly hasMore: boolean;
}

/** An assignment of a matter to an organisation. */
export interface Assignment {
  readonly matterUuid: string;
  readonly organisationUuid: string;
  readonly role: 'LEAD' | 'SUPPORT';
  readonly since: Date;
  readonly until: Date | null;
}

/** A unit that one matter lies in. */
export interface MatterPlacement extends Placement {
  readonly matterUuid: string;
}

/** One step of a matter's history. */
export interface MatterTransition {
  readonly matterUuid: string;
  /** The version that the step led to. */
  readonly version: number;
  readonly fromState: MatterState | null;
  readonly toState: MatterState;
  readonly organisationUuid: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The name of the step, e.g. `dispatchMatter`; null where an office told of it. */
  readonly step: string | null;
  /** The word of the office's own procedure that it led to; null where that has none. */
  readonly officeState: string | null;
  /** Why it was taken, as whoever took it wrote; null where nothing was said. */
  readonly reason: string | null;
  /** What it carried besides its words, by name; nothing sealed. */
  readonly carried: Readonly<Record<string, unknown>> | null;
}

/** What names a matter in a register. */
export interface MatterSourceKey {
  /** Null for the platform's own register. */
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
}

/**
 * Answers the questions for matters; each method is one statement however many keys it is given. What the scope does not show is answered
 * like what does not exist. A scope shows the matters whose office it reads and that lie in its ground, and those that its organisation
 * keeps or is assigned to now.
 */
export interface MatterReadModel {
  page(scope: Scope, wish: MatterPageWish): Promise<MatterRows>;
  /** Counts up to `cap` and then stops; the answer is `cap + 1` when there are more. */
  count(scope: Scope, query: MatterQuery, cap: number): Promise<number>;
  /** The same page for each unit, newest first, in order of the units. */
  pagesOfUnits(scope: Scope, unitUuids: readonly string[], wish: MatterPageWish): Promise<readonly MatterRows[]>;
  /** How many matters lie in each unit, in order. */
  countsOfUnits(scope: Scope, unitUuids: readonly string[], query: MatterQuery): Promise<readonly number[]>;
  /** In order; null for what is unknown. */
  byUuid(scope: Scope, uuids: readonly string[]): Promise<readonly (Matter | null)[]>;
  bySource(scope: Scope, key: MatterSourceKey): Promise<Matter | null>;
  /** The same for elements: the matters that are about each, none of them sealed. */
  pagesOfElements(scope: Scope, elementUuids: readonly string[], wish: MatterPageWish): Promise<readonly MatterRows[]>;
  countsOfElements(scope: Scope, elementUuids: readonly string[], query: MatterQuery): Promise<readonly number[]>;
  /** How many matters each office has, in no order; null for those of no office. */
  countsOfOffices(scope: Scope): Promise<readonly { readonly department: DepartmentCode | null; readonly matters: number }[]>;
  assignmentsOf(scope: Scope, matterUuids: readonly string[]): Promise<readonly Assignment[]>;
  historyOf(scope: Scope, matterUuids: readonly string[]): Promise<readonly MatterTransition[]>;
  /** Where matters are counted now, or were on a day. */
  placementsOf(scope: Scope, matterUuids: readonly string[], day: CalendarDate | null): Promise<readonly MatterPlacement[]>;
  /** The elements that each matter is about, by uuid; empty for sealed matters. */
  elementsOf(
    scope: Scope,
    matterUuids: readonly string[],
  ): Promise<readonly { readonly matterUuid: string; readonly elementUuid: string }[]>;
}

/**
 * Writes the SQL condition that a row of the table `matter` is shown by a scope and wanted by a query; what it binds is added to the
 * statement's parameters. For features that group, count or order matters in statements of their own.
 */
export type MatterSight = (
  scope: Scope,
  query: MatterQuery,
  parameters: { readonly values: unknown[]; add(value: unknown): string },
) => string;
