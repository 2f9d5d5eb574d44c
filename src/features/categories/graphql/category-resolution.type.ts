import { Field, ObjectType } from 'type-graphql';

import { SourceIdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { Category } from '../category.js';
import type { CategoryLink } from '../category-link.js';
import type { CategoryStatus } from '../resolve-categories.js';
import { CategoryType } from './category.type.js';
import { CategoryLinkType } from './category-link.type.js';

/** The enum `CategoryStatus`. */
export const CategoryStatusEnum = wordEnum<CategoryStatus>({
  name: 'CategoryStatus',
  description: '一个类别的对照结果。What became of an asked category.',
  words: {
    MAPPED: '有对照。Linked.',
    AMBIGUOUS: '与同一标准的几个类别都等同，对照相互抵触。Said to be the same as several of one list, which contradict one another.',
    UNMAPPED: '无人认定过对照，不作猜测。Known, but nobody has linked it; nothing is guessed.',
    UNKNOWN: '没有此类别。No such category.',
  },
});

/** Declares the answer to one asked category. */
@ObjectType('CategoryResolution', { description: '一个类别在其他标准中的对照。The answer to one asked category.' })
export class CategoryResolutionType {
  @Field(() => String, { description: '被问的标准。The standard asked for.' })
  standard!: string;

  @Field(() => String, { description: '被问的种类。The kind asked for.' })
  kind!: string;

  @Field(() => SourceIdScalar, { description: '被问的代码。The code asked for.' })
  code!: string;

  @Field(() => CategoryStatusEnum, { description: '结果。What became of it.' })
  status!: CategoryStatus;

  @Field(() => CategoryType, { nullable: true, description: '该类别。The category itself.' })
  category!: Category | null;

  @Field(() => [CategoryLinkType], { description: '对照。Its links.' })
  links!: readonly CategoryLink[];
}
