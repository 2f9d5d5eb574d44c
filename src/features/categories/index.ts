export type { Category, CategoryKey, CategoryReadModel } from './category.js';
export type { CategoryLink, CategoryLinkReadModel, CategoryRelation } from './category-link.js';
export type { CategorySources } from './resolve-categories.js';
