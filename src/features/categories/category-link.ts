import type { CalendarDate } from '../../kernel/dates.js';
import type { Sql } from '../../kernel/sql.js';
import type { StatementOrigin } from '../access/index.js';
import type { Category, CategoryKey } from './category.js';
import type { CategoryRelation } from './category-relation.js';

/** One declared link of two categories, read from `from` to `to`. */
export interface CategoryStep {
  /** Uuid of the statement, the same through its versions. */
  readonly uuid: string;
  readonly from: Category;
  readonly to: Category;
  /** What `to` is to `from`: BROADER means that it is the wider of the two. */
  readonly relation: CategoryRelation;
  /** What the link rests on: a document, or where it was transcribed from. */
  readonly evidence: string;
  /** Whether somebody in office has confirmed it. */
  readonly verified: boolean;
  readonly origin: StatementOrigin;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly recordedFrom: Date;
}

/** What one category is in another list, as seen from the one that was asked: by one declared link, or by several in a row. */
export interface CategoryLink {
  /** The other category. */
  readonly category: Category;
  /** What the other one is to the asked one. */
  readonly relation: CategoryRelation;
  /** The declared links from the asked category to the other one, in order. */
  readonly path: readonly CategoryStep[];
}

/** As of which day, and as known at which instant; null: as known now. */
export interface CodeInstants {
  readonly at: CalendarDate;
  readonly knownAt: Date | null;
}

/** Reads the declared links between the offices' categories. */
export interface CategoryLinkReadModel {
  /** The links in force of each key, in order of the keys, each read from the key on; one statement however many keys. */
  ofKeys(keys: readonly CategoryKey[], instants: CodeInstants): Promise<readonly (readonly CategoryStep[])[]>;
  /** The newest version of a statement, as it was declared; null where it is unknown. */
  byUuid(uuid: string): Promise<CategoryStep | null>;
}

/** A link as a city pack brings it. */
export interface CategoryLinkArrival {
  readonly from: CategoryKey;
  readonly to: CategoryKey;
  readonly relation: CategoryRelation;
  readonly evidence: string;
  readonly verified: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** Writes the links of a city pack into the index, in the caller's transaction. */
export interface CategoryLinkWriter {
  /**
   * Records what is new or changed and leaves what a person has declared or withdrawn; where the pack's list is `complete`, its links
   * that are no longer listed are no longer believed. Answers how many links changed; the same list again changes none.
   */
  apply(
    sql: Sql,
    arrivals: readonly CategoryLinkArrival[],
    terms: { readonly recordedAt: Date; readonly complete: boolean },
  ): Promise<number>;
}
