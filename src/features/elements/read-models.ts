import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';
import type { Scope } from '../../kernel/scope.js';
import type { Element, ElementKind } from './element.js';
import type { Organisation } from './organisation.js';
import type { OrganisationId } from './organisation-id.js';

/** Conditions on organisations; all must hold. */
export interface OrganisationQuery {
  /** Own codes, or other ids that hold on the day `at`. */
  readonly codes?: readonly string[];
  readonly at?: CalendarDate;
  readonly kinds?: readonly string[];
  readonly divisionCodes?: readonly DivisionCode[];
  readonly department?: DepartmentCode;
  readonly nameContains?: string;
}

/** A page by name and id. */
export interface PageWish<Query> {
  readonly query: Query;
  readonly first: number;
  /** Uuid of the last row before the page; null at the beginning. */
  readonly after: string | null;
}

/** Rows of a page and whether more follow. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** Answers the questions for organisations; each method is one statement however many keys it is given. Lists are in order of uuid. */
export interface OrganisationReadModel {
  page(wish: PageWish<OrganisationQuery>): Promise<Rows<Organisation>>;
  count(query: OrganisationQuery): Promise<number>;
  byUuid(uuids: readonly string[]): Promise<readonly (Organisation | null)[]>;
  /** The organisations of a code, of whatever issuer and scheme: their own, or another id that holds on the day. */
  byCode(code: SourceId, at: CalendarDate): Promise<readonly Organisation[]>;
}

/** Answers the other ids of organisations, as known now; one statement however many keys. */
export interface OrganisationIdReadModel {
  /** In order of the organisations; ended ones too. */
  ofOrganisations(uuids: readonly string[]): Promise<readonly (readonly OrganisationId[])[]>;
  /** The newest version of a statement; null where it is unknown. */
  byUuid(uuid: string): Promise<OrganisationId | null>;
}

/** Conditions on elements; all must hold. */
export interface ElementQuery {
  readonly kinds?: readonly ElementKind[];
  readonly departments?: readonly DepartmentCode[];
  readonly divisionCodes?: readonly DivisionCode[];
  /** Standing in one of these all-elements grids. */
  readonly gridUuids?: readonly string[];
  readonly nameContains?: string;
  readonly sourceIds?: readonly SourceId[];
}

/** How many elements of a kind stand in a grid. */
export interface ElementCount {
  readonly kind: ElementKind;
  readonly count: number;
}

/**
 * Answers the questions for elements; each method is one statement however many keys it is given. Lists are in order of uuid. What the
 * scope does not show is answered like what does not exist.
 */
export interface ElementReadModel {
  page(scope: Scope, wish: PageWish<ElementQuery>): Promise<Rows<Element>>;
  count(scope: Scope, query: ElementQuery): Promise<number>;
  /** The same page for each all-elements grid, in order of the grids. */
  pagesOfGrids(scope: Scope, gridUuids: readonly string[], wish: PageWish<ElementQuery>): Promise<readonly Rows<Element>[]>;
  /** Counts by kind of each all-elements grid, kinds in their fixed order, zeros left out; in order of the grids. */
  countsOfGrids(scope: Scope, gridUuids: readonly string[]): Promise<readonly (readonly ElementCount[])[]>;
  /** How many elements each office has, in no order; null for those of no office. */
  countsOfOffices(scope: Scope): Promise<readonly { readonly department: DepartmentCode | null; readonly elements: number }[]>;
  byUuid(scope: Scope, uuids: readonly string[]): Promise<readonly (Element | null)[]>;
}

/** A count of a unit as it is shown: `value` null when suppressed. */
export interface UnitCount {
  readonly measure: string;
  readonly department: DepartmentCode;
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly asOf: CalendarDate;
}

/** A post of a unit: who fills it as a body, and its duty line; never a name. */
export interface Post {
  readonly kind: string;
  readonly organisationUuid: string;
  readonly dutyLine: string | null;
  readonly vacant: boolean;
}

/**
 * Answers counts and posts of units, in order of the units. They lie where their unit lies; what the scope does not show is answered like
 * what does not exist.
 */
export interface PeopleReadModel {
  countsOfUnits(scope: Scope, unitUuids: readonly string[]): Promise<readonly (readonly UnitCount[])[]>;
  postsOfUnits(scope: Scope, unitUuids: readonly string[]): Promise<readonly (readonly Post[])[]>;
}

/** A duty in force: who is responsible, and for what part of the city. */
export interface Duty {
  readonly standard: string;
  readonly kind: string;
  /** `*` for every category of the standard. */
  readonly categoryCode: string;
  readonly divisionCode: DivisionCode;
  readonly organisationUuid: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly document: string | null;
}

/** Answers who is responsible. */
export interface DutyReadModel {
  /**
   * The duties that hold for a category in any of the divisions on a day: the named category before `*`, the lowest division first.
   * `divisionCodes` run from the lowest upwards; `knownAt` null means as known now.
   */
  responsibleFor(question: {
    readonly standard: string;
    readonly kind: string;
    readonly code: string;
    readonly divisionCodes: readonly DivisionCode[];
    readonly at: CalendarDate;
    readonly knownAt: Date | null;
  }): Promise<readonly Duty[]>;
  /** The duties that a move gave to the successor, as they were recorded then. */
  ofMove(moveUuid: string): Promise<readonly Duty[]>;
}
