import type { CalendarDate } from '../../kernel/dates.js';
import { type CategoryKey, categoryKeyText, type CategorySources, traceCategories } from '../categories/index.js';

/** Categories above one, at most; a code that is its own ancestor ends the walk. */
const highest = 8;

/**
 * The categories whose line in a list speaks of the asked one, nearest first: itself and those above it, then what people declared
 * EQUIVALENT to any of these on the day, and those above that. Lists may so be written in another standard than the matter.
 */
export async function coveringCategories(
  category: CategoryKey,
  at: CalendarDate,
  sources: CategorySources,
): Promise<readonly CategoryKey[]> {
  const own = await upwards(category, sources);
  const links = await traceCategories(own, { at, knownAt: null }, sources.links);
  const equals = links.flat().filter(({ relation }) => relation === 'EQUIVALENT');
  const others = await Promise.all(equals.map((link) => upwards(link.category, sources)));
  return distinct([...own, ...others.flat()]);
}

async function upwards(from: CategoryKey, { categories }: CategorySources): Promise<readonly CategoryKey[]> {
  const path = [from];
  while (path.length < highest) {
    const lowest = path.at(-1)!;
    const parentCode = (await categories.byKey([lowest]))[0]?.parentCode ?? null;
    if (parentCode === null || path.some(({ code }) => code === parentCode)) break;
    path.push({ standard: lowest.standard, kind: lowest.kind, code: parentCode });
  }
  return path;
}

function distinct(keys: readonly CategoryKey[]): readonly CategoryKey[] {
  const byText = new Map(keys.toReversed().map((key) => [categoryKeyText(key), key]));
  return [...byText.values()].toReversed();
}
