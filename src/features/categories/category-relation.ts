/** How one category stands to another: the same, wider, narrower, or sharing a part. */
export const categoryRelations = ['EQUIVALENT', 'BROADER', 'NARROWER', 'PART'] as const;

/** One of {@link categoryRelations}; of a link from a to b it says what b is to a. */
export type CategoryRelation = (typeof categoryRelations)[number];

/** The relation as seen from the other end. */
export function turned(relation: CategoryRelation): CategoryRelation {
  if (relation === 'BROADER') return 'NARROWER';
  return relation === 'NARROWER' ? 'BROADER' : relation;
}

type Composition = Readonly<Record<CategoryRelation, CategoryRelation | null>>;

// Read as sets of cases: with b wider than a and c wider than b, c is wider than a; what the two steps leave open is null.
const compositions: Readonly<Record<CategoryRelation, Composition>> = {
  EQUIVALENT: { EQUIVALENT: 'EQUIVALENT', BROADER: 'BROADER', NARROWER: 'NARROWER', PART: 'PART' },
  BROADER: { EQUIVALENT: 'BROADER', BROADER: 'BROADER', NARROWER: null, PART: null },
  NARROWER: { EQUIVALENT: 'NARROWER', BROADER: 'PART', NARROWER: 'NARROWER', PART: 'PART' },
  PART: { EQUIVALENT: 'PART', BROADER: 'PART', NARROWER: null, PART: null },
};

/**
 * What c is to a, where b is `first` to a and c is `then` to b; null where that follows from neither.
 * PART says no more than that the two share cases: c may turn out to be wider or narrower.
 */
export function composed(first: CategoryRelation, then: CategoryRelation): CategoryRelation | null {
  return compositions[first][then];
}
