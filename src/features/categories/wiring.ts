import type { Sql } from '../../kernel/sql.js';
import type { CategoryLinkWriter } from './category-link.js';
import { type CategoryDeclarationParts, CategoryDeclarations } from './declare-category-link.js';
import type { CategorySources } from './resolve-categories.js';
import { CategoryLinkReader } from './storage/category-link-reader.js';
import { CategoryLinkTable } from './storage/category-link-table.js';
import { PgCategoryLinkWriter } from './storage/category-link-writer.js';
import { CategoryReader } from './storage/category-reader.js';

export { categoriesTables } from './storage/tables.js';

/** What categories offer. */
export interface CategoryParts {
  readonly sources: CategorySources;
  readonly declarations: CategoryDeclarations;
}

/** Builds categories over the city index. */
export function wireCategories(sql: Sql, needs: Omit<CategoryDeclarationParts, 'store'>): CategoryParts {
  return {
    sources: categorySources(sql),
    declarations: new CategoryDeclarations({ ...needs, store: new CategoryLinkTable() }),
  };
}

/** Reads categories over a connection or a transaction. */
export function categorySources(sql: Sql): CategorySources {
  return { categories: new CategoryReader(sql), links: new CategoryLinkReader(sql) };
}

/** Builds what brings a pack's links between categories into the index. */
export function categoryLinkWriter(): CategoryLinkWriter {
  return new PgCategoryLinkWriter();
}
