export { CategoriesResolver } from './categories.resolver.js';
export { CategoryInput, CategoryType } from './category.type.js';
export { CategoryLinkResolver, CategoryStepResolver } from './category-links.resolver.js';
export { DeclareCategoryLinkResolver } from './declare-category-link.resolver.js';
