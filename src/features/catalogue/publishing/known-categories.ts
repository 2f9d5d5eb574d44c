import { CityError } from '../../../kernel/city-error.js';
import type { CategoryKey, CategorySources } from '../../categories/index.js';

/** Passes where every category stands in its standard; throws `NOT_FOUND` naming the first that does not. */
export async function checkCategories(keys: readonly CategoryKey[], { categories }: CategorySources): Promise<void> {
  const found = await categories.byKey(keys);
  const unknown = keys.find((_, place) => found[place] === null);
  if (unknown === undefined) return;
  throw new CityError({
    code: 'NOT_FOUND',
    message: `No category ${unknown.code} of kind ${unknown.kind} stands in ${unknown.standard}.`,
    messageZh: `标准 ${unknown.standard} 的 ${unknown.kind} 类中没有 ${unknown.code}。`,
    hint: 'The query categories lists them.',
  });
}
