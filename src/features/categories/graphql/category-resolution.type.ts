import { Field, ObjectType, registerEnumType } from 'type-graphql';

import { DateScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { Category } from '../category.js';
import { type CategoryLink, type CategoryRelation, categoryRelations } from '../category-link.js';
import { type CategoryStatus, categoryStatuses } from '../resolve-categories.js';
import { CategoryType } from './category.type.js';

/** The enum `CategoryRelation`. */
export const CategoryRelationEnum = Object.fromEntries(categoryRelations.map((word) => [word, word])) as Readonly<
  Record<CategoryRelation, CategoryRelation>
>;

/** The enum `CategoryStatus`. */
export const CategoryStatusEnum = Object.fromEntries(categoryStatuses.map((word) => [word, word])) as Readonly<
  Record<CategoryStatus, CategoryStatus>
>;

registerEnumType(CategoryRelationEnum, {
  name: 'CategoryRelation',
  description: '另一类别相对于被问类别的关系。What the other category is to the asked one.',
  valuesConfig: {
    EQUIVALENT: { description: '等同。The same.' },
    BROADER: { description: '更宽。Wider.' },
    NARROWER: { description: '更窄。Narrower.' },
    PART: { description: '部分相交。Sharing a part.' },
  },
});

registerEnumType(CategoryStatusEnum, {
  name: 'CategoryStatus',
  description: '一个类别的对照结果。What became of an asked category.',
  valuesConfig: {
    MAPPED: { description: '有对照。Linked.' },
    UNMAPPED: { description: '无人认定过对照，不作猜测。Known, but nobody has linked it; nothing is guessed.' },
    UNKNOWN: { description: '没有此类别。No such category.' },
  },
});

/** Declares a link between two categories. */
@ObjectType('CategoryLink', { description: '两个类别间的对照，只由人认定。A link between two categories, declared by people only.' })
export class CategoryLinkType implements CategoryLink {
  @Field(() => CategoryType, { description: '另一类别。The other category.' })
  category!: Category;

  @Field(() => CategoryRelationEnum, { description: '它相对于被问类别的关系。What it is to the asked one.' })
  relation!: CategoryRelation;

  @Field(() => String, { description: '依据。What the link rests on.' })
  evidence!: string;

  @Field(() => Boolean, { description: '是否经主管确认。Whether somebody in office has confirmed it.' })
  verified!: boolean;

  @Field(() => DateScalar, { description: '自此日起有效（含）。In force from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。No longer in force on this day.' })
  validTo!: string | null;
}

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
