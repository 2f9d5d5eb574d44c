import { Arg, Query, Resolver } from 'type-graphql';

import type { Category, CategoryReadModel } from '../category.js';
import { CategoryType } from './category.type.js';

/** Answers which categories there are. */
@Resolver()
export class CategoriesResolver {
  readonly #categories: CategoryReadModel;

  constructor(categories: CategoryReadModel) {
    this.#categories = categories;
  }

  @Query(() => [CategoryType], { description: '某标准（或全部标准）的类别。The categories of a standard, or of all.' })
  categories(
    @Arg('standard', () => String, { nullable: true, description: '标准。The standard.' }) standard: string | null,
  ): Promise<readonly Category[]> {
    return this.#categories.all(standard ?? null);
  }
}
