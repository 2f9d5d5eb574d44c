import type { CalendarDate } from '../../kernel/dates.js';
import type { Category, CategoryKey } from './category.js';

/** How one category stands to another: the same, wider, narrower, or sharing a part. */
export const categoryRelations = ['EQUIVALENT', 'BROADER', 'NARROWER', 'PART'] as const;

/** One of {@link categoryRelations}. */
export type CategoryRelation = (typeof categoryRelations)[number];

/** A link between two categories, declared by people only; as seen from the one that was asked. */
export interface CategoryLink {
  /** The other category. */
  readonly category: Category;
  /** What the other one is to the asked one: BROADER means that it is the wider of the two. */
  readonly relation: CategoryRelation;
  /** What the link rests on: a document, or where it was transcribed from. */
  readonly evidence: string;
  /** Whether somebody in office has confirmed it. */
  readonly verified: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** Reads the links between the offices' categories. */
export interface CategoryLinkReadModel {
  /** The links in force on a day of each key, in order of the keys; those declared the other way round are turned. */
  ofKeys(keys: readonly CategoryKey[], at: CalendarDate): Promise<readonly (readonly CategoryLink[])[]>;
}

/** The relation as seen from the other end. */
export function turned(relation: CategoryRelation): CategoryRelation {
  if (relation === 'BROADER') return 'NARROWER';
  return relation === 'NARROWER' ? 'BROADER' : relation;
}
