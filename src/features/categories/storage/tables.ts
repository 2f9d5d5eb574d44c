import type { TableSchema } from '../../../database/schema-parts.js';
import { categoryLinkTable } from './category-link.table.js';
import { matterCategoryTable } from './matter-category.table.js';

/** What categories keep in the city index. */
export const categoriesTables: readonly TableSchema[] = [matterCategoryTable, categoryLinkTable];
