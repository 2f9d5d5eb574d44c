import type { Sql } from '../../kernel/sql.js';
import type { CategorySources } from './resolve-categories.js';
import { CategoryLinkReader } from './storage/category-link-reader.js';
import { CategoryReader } from './storage/category-reader.js';

export { categoriesTables } from './storage/tables.js';

/** Builds the categories' read models over the city index. */
export function wireCategories(sql: Sql): CategorySources {
  return { categories: new CategoryReader(sql), links: new CategoryLinkReader(sql) };
}
