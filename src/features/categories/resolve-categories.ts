import { type Category, type CategoryKey, type CategoryReadModel } from './category.js';
import type { CategoryLink, CategoryLinkReadModel, CodeInstants } from './category-link.js';
import { traceCategories } from './trace-categories.js';

/** What became of an asked category: linked; linked to several equals of one list; known but linked to nothing; not known. */
export const categoryStatuses = ['MAPPED', 'AMBIGUOUS', 'UNMAPPED', 'UNKNOWN'] as const;

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

/** What is asked: into which standards (null: all), as of which day, as known when. */
export interface CategoryQuestion extends CodeInstants {
  readonly to: readonly string[] | null;
}

/** Answers categories in other standards, in the order asked; what nobody has linked is named UNMAPPED and never guessed. */
export async function resolveCategories(
  keys: readonly CategoryKey[],
  { to, ...instants }: CategoryQuestion,
  sources: CategorySources,
): Promise<readonly CategoryResolution[]> {
  const [categories, links] = await Promise.all([sources.categories.byKey(keys), traceCategories(keys, instants, sources.links)]);
  return keys.map((asked, index) => {
    const category = categories[index] ?? null;
    const wanted = links[index]!.filter((link) => to === null || to.includes(link.category.standard));
    return { asked, category, links: wanted, status: category === null ? 'UNKNOWN' : statusOf(wanted) };
  });
}

function statusOf(links: readonly CategoryLink[]): CategoryStatus {
  if (links.length === 0) return 'UNMAPPED';
  const lists = links
    .filter(({ relation }) => relation === 'EQUIVALENT')
    .map(({ category }) => JSON.stringify([category.standard, category.kind]));
  return new Set(lists).size < lists.length ? 'AMBIGUOUS' : 'MAPPED';
}
