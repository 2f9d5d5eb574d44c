export type { Category, CategoryKey, CategoryReadModel } from './category.js';
