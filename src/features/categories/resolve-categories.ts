import type { CalendarDate } from '../../kernel/dates.js';
import type { Category, CategoryKey, CategoryReadModel } from './category.js';
import type { CategoryLink, CategoryLinkReadModel } from './category-link.js';

/** What became of an asked category: linked; known but linked to nothing; not known. */
export const categoryStatuses = ['MAPPED', 'UNMAPPED', 'UNKNOWN'] as const;

/** One of {@link categoryStatuses}. */
export type CategoryStatus = (typeof categoryStatuses)[number];

/** The answer to one asked category. */
export interface CategoryResolution {
  readonly asked: CategoryKey;
  readonly status: CategoryStatus;
  readonly category: Category | null;
  readonly links: readonly CategoryLink[];
}

/** What {@link resolveCategories} reads. */
export interface CategorySources {
  readonly categories: CategoryReadModel;
  readonly links: CategoryLinkReadModel;
}

/** What is asked: into which standards (null: all), as of which day. */
export interface CategoryQuestion {
  readonly to: readonly string[] | null;
  readonly at: CalendarDate;
}

/** Answers categories in other standards, in the order asked; what nobody has linked is named UNMAPPED and never guessed. */
export async function resolveCategories(
  keys: readonly CategoryKey[],
  { to, at }: CategoryQuestion,
  sources: CategorySources,
): Promise<readonly CategoryResolution[]> {
  const [categories, links] = await Promise.all([sources.categories.byKey(keys), sources.links.ofKeys(keys, at)]);
  return keys.map((asked, index) => {
    const category = categories[index] ?? null;
    const wanted = links[index]!.filter((link) => to === null || to.includes(link.category.standard));
    return { asked, category, links: wanted, status: category === null ? 'UNKNOWN' : wanted.length > 0 ? 'MAPPED' : 'UNMAPPED' };
  });
}
