/** A category of matters or components by its whole key: codes repeat between kinds and standards. */
export interface Category {
  readonly standard: string;
  /** COMPONENT or MATTER. */
  readonly kind: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly parentCode: string | null;
}

/** The key of a category. */
export type CategoryKey = Pick<Category, 'standard' | 'kind' | 'code'>;

/** Answers the questions for categories. */
export interface CategoryReadModel {
  /** In order; null for what is unknown. */
  byKey(keys: readonly CategoryKey[]): Promise<readonly (Category | null)[]>;
  /** Every category of a standard, or of all, in order of standard, kind and code. */
  all(standard: string | null): Promise<readonly Category[]>;
}

/** One text for one key, so that keys can be told apart in a map. */
export function categoryKeyText({ standard, kind, code }: CategoryKey): string {
  return JSON.stringify([standard, kind, code]);
}
