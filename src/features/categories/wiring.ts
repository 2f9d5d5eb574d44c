import type { Sql } from '../../kernel/sql.js';
import type { CategoryReadModel } from './category.js';
import { CategoryReader } from './storage/category-reader.js';

export { categoriesTables } from './storage/tables.js';

/** Builds the categories' read model over the city index. */
export function wireCategories(sql: Sql): CategoryReadModel {
  return new CategoryReader(sql);
}
