import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import type { CategoryKey, CategorySources } from '../categories/index.js';
import type { DutyReadModel } from '../elements/index.js';
import type { Admission } from './admission.js';
import type { AdmissionApplication, ApplicationState } from './admission-application.js';
import type { DispatchProposal } from './dispatch-proposal.js';
import type { ListEdition, ListInForce, ListItem, ListKind } from './list.js';

/** Answers what the lists and duties in force say of a category; asked within the transaction that acts on the answer. */
export interface GoverningLists {
  /** Whether grid staff may be asked to deal with a category on a day. */
  admissionOf(sql: Sql, asked: { readonly category: CategoryKey; readonly at: CalendarDate }): Promise<Admission>;
  /** Who is proposed to handle a category in a place on a day. */
  dispatchProposal(sql: Sql, asked: AskedOfLists): Promise<DispatchProposal>;
  /** Both at once, for little more than the price of one. */
  rulingOn(sql: Sql, asked: AskedOfLists): Promise<Ruling>;
}

/** A category in a place on a day; the divisions run from the lowest upwards. */
export interface AskedOfLists {
  readonly category: CategoryKey;
  readonly divisionCodes: readonly DivisionCode[];
  readonly at: CalendarDate;
}

/** All that lists and duties in force say of a matter. */
export interface Ruling {
  readonly admission: Admission;
  readonly proposal: DispatchProposal;
}

/** What lists are read as of, and as known when (null: now). */
export interface ListInstants {
  readonly at: CalendarDate;
  readonly knownAt: Date | null;
}

/** Reads lists from the city index. They are open to everybody, as duties are. */
export interface ListReadModel {
  /** The editions of a kind, newest first, as known at an instant (null: now). */
  editions(kind: ListKind, knownAt: Date | null): Promise<readonly ListEdition[]>;
  /** An edition whether it is believed or not; null where it is unknown. */
  edition(uuid: string): Promise<ListEdition | null>;
  /** The lines of an edition, in their order; none of an edition that is unknown. */
  itemsOf(editionUuid: string): Promise<readonly ListItem[]>;
  /** What each list in force says of any of the categories; kinds of which no edition is in force are left out. */
  inForce(categories: readonly CategoryKey[], instants: ListInstants): Promise<readonly ListInForce[]>;
}

/** Conditions on applications. */
export interface ApplicationQuery {
  /** Null: in whatever state. */
  readonly state: ApplicationState | null;
}

/** The last application before a page. */
export interface ApplicationStart {
  readonly appliedAt: Date;
  readonly uuid: string;
}

/** Reads applications for the admission list, newest first. */
export interface ApplicationReadModel {
  /** One more than `first` where more follow. */
  page(
    query: ApplicationQuery,
    wish: { readonly first: number; readonly after: ApplicationStart | null },
  ): Promise<readonly AdmissionApplication[]>;
  count(query: ApplicationQuery): Promise<number>;
  byUuid(uuid: string): Promise<AdmissionApplication | null>;
}

/** What the lists are read together with, all on one connection or transaction. */
export interface CatalogueSources {
  readonly lists: ListReadModel;
  readonly categories: CategorySources;
  readonly duties: DutyReadModel;
  /** The county among the codes; null where none is one on the day. */
  readonly countyOf: (codes: readonly DivisionCode[], at: CalendarDate) => Promise<DivisionCode | null>;
}

/** Builds the {@link CatalogueSources} over a connection or a transaction. */
export type SourcesOn = (sql: Sql) => CatalogueSources;

/** What questions about lists are answered from. */
export interface CatalogueReading {
  readonly editions: ListReadModel;
  readonly applications: ApplicationReadModel;
  readonly admission: (asked: Parameters<GoverningLists['admissionOf']>[1]) => Promise<Admission>;
  readonly dispatchProposal: (asked: Parameters<GoverningLists['dispatchProposal']>[1]) => Promise<DispatchProposal>;
}
