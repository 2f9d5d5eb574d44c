export { type Category, type CategoryKey, categoryKeyText, type CategoryReadModel } from './category.js';
export type {
  CategoryLink,
  CategoryLinkArrival,
  CategoryLinkReadModel,
  CategoryLinkWriter,
  CategoryStep,
  CodeInstants,
} from './category-link.js';
export { type CategoryRelation, categoryRelations } from './category-relation.js';
export type { CategoryDeclarations } from './declare-category-link.js';
export type { CategorySources } from './resolve-categories.js';
export { traceCategories } from './trace-categories.js';
export { unknownCategory } from './unknown-category.js';
