import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import type { ElementKind } from './element.js';
import type { OrganisationIdArrival, OrganisationKey } from './organisation-id.js';

/** Where something stands, as the model of the day places it. */
export interface Place {
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** The all-elements grid by uuid; null outside all of them. */
  readonly gridUuid: string | null;
  readonly divisionCode: DivisionCode | null;
}

/** An element as it arrives from the office that keeps it, already placed. */
export interface ElementArrival extends Place {
  readonly department: DepartmentCode | null;
  readonly kind: ElementKind;
  readonly sourceId: SourceId;
  readonly name: string;
  /** Code of the organisation that keeps it. */
  readonly keeperCode: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly asOf: Date;
  readonly contentHash: string;
}

/** A count that an office gives of a unit; `value` null means suppressed. Never of persons by name, never of "special" persons. */
export interface CountArrival {
  readonly department: DepartmentCode;
  readonly unitUuid: string;
  readonly measure: string;
  readonly value: number | null;
  readonly asOf: CalendarDate;
}

/** A post of a unit: an organisation and a duty line, never a name. */
export interface PostArrival {
  readonly department: DepartmentCode;
  readonly unitUuid: string;
  readonly ordinal: number;
  readonly kind: string;
  readonly organisationCode: string;
  readonly dutyLine: string | null;
  readonly vacant: boolean;
}

/** An organisation as a register gives it. */
export interface OrganisationArrival extends Place {
  readonly issuer: string;
  readonly scheme: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  /** Code of the organisation above it, of the same issuer and scheme. */
  readonly parentCode: string | null;
  readonly department: DepartmentCode | null;
  readonly asOf: Date;
}

/** A duty: who is responsible for a category of matters in a division, from and until a date. `categoryCode` `*` means all of the standard. */
export interface DutyArrival {
  readonly standard: string;
  readonly kind: string;
  readonly categoryCode: string;
  readonly divisionCode: DivisionCode;
  readonly organisationCode: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly document: string | null;
}

/** How many elements really changed. */
export interface ChangedElements {
  readonly changed: number;
  /** Of them, buildings of which their office says something new. */
  readonly buildings: number;
}

/** Writes what arrives into the city index; every method is idempotent and answers how many rows really changed. */
export interface ElementIndexWriter {
  applyOrganisations(sql: Sql, arrivals: readonly OrganisationArrival[]): Promise<number>;
  /** What a person has declared or withdrawn stays; of a `complete` list, ids that are no longer in it are no longer believed. */
  applyOrganisationIds(
    sql: Sql,
    arrivals: readonly OrganisationIdArrival[],
    terms: { readonly recordedAt: Date; readonly complete: boolean },
  ): Promise<number>;
  /** The other ids of organisations that hold on a day, as known now. */
  organisationIds(sql: Sql, at: CalendarDate): Promise<readonly { readonly code: SourceId; readonly organisation: OrganisationKey }[]>;
  applyDuties(sql: Sql, arrivals: readonly DutyArrival[], now: Date): Promise<number>;
  applyElements(sql: Sql, arrivals: readonly ElementArrival[]): Promise<ChangedElements>;
  applyCounts(sql: Sql, arrivals: readonly CountArrival[]): Promise<number>;
  applyPosts(sql: Sql, arrivals: readonly PostArrival[]): Promise<number>;
}

/** An element with what it is placed by, and where it stands. */
export interface StandingElement extends Place {
  readonly uuid: string;
  readonly kind: ElementKind;
}

/** Where an element stands from now on. */
export type ElementMove = Pick<StandingElement, 'uuid' | 'gridUuid' | 'divisionCode'>;

/** Reads and changes where elements stand, after the ground has changed. */
export interface ElementPlaces {
  /** In sets of at most 2,000: those that stand in one of the grids or, though they have a point, in none; all elements for null. */
  standing(gridUuids: readonly string[] | null): AsyncIterable<readonly StandingElement[]>;
  /** Answers how many really moved. */
  move(moves: readonly ElementMove[]): Promise<number>;
}

/** The layer key and local id that a row names its unit by. */
export interface UnitReference {
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
}
