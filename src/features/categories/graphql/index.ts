export { CategoriesResolver } from './categories.resolver.js';
export { CategoryInput, CategoryType } from './category.type.js';
