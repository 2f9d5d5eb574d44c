import { Field, ObjectType } from 'type-graphql';

import { DateScalar, DateTimeScalar, IdScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import { StatementOriginEnum } from '../../access/graphql/index.js';
import type { StatementOrigin } from '../../access/index.js';
import type { Category } from '../category.js';
import type { CategoryLink, CategoryStep } from '../category-link.js';
import type { CategoryRelation } from '../category-relation.js';
import { CategoryType } from './category.type.js';

/** The enum `CategoryRelation`. */
export const CategoryRelationEnum = wordEnum<CategoryRelation>({
  name: 'CategoryRelation',
  description: '另一类别相对于本类别的关系。What the other category is to this one.',
  words: {
    EQUIVALENT: '等同。The same.',
    BROADER: '更宽。Wider.',
    NARROWER: '更窄。Narrower.',
    PART: '部分相交。Sharing a part.',
  },
});

/** Declares one declared link, read from one end. */
@ObjectType('CategoryStep', {
  description: '人所认定的一条类别对照，自一端读起。One link of two categories that people have declared, read from one end.',
})
export class CategoryStepType implements Omit<CategoryStep, 'uuid'> {
  @Field(() => IdScalar, { description: '这条对照的编号，撤回时用。The id of the link, by which it is withdrawn.' })
  id!: string;

  @Field(() => CategoryType, { description: '由此类别。From this category.' })
  from!: Category;

  @Field(() => CategoryType, { description: '到此类别。To this category.' })
  to!: Category;

  @Field(() => CategoryRelationEnum, { description: 'to 相对于 from 的关系。What `to` is to `from`.' })
  relation!: CategoryRelation;

  @Field(() => String, { description: '依据：文号或抄录来源。What it rests on: a document, or where it was transcribed from.' })
  evidence!: string;

  @Field(() => Boolean, { description: '是否经主管确认。Whether somebody in office has confirmed it.' })
  verified!: boolean;

  @Field(() => StatementOriginEnum, { description: '来自数据包还是由人申明。Whether a pack brought it or a person declared it.' })
  origin!: StatementOrigin;

  @Field(() => DateScalar, { description: '自此日起有效（含）。In force from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。No longer in force on this day.' })
  validTo!: string | null;

  @Field(() => DateTimeScalar, { description: '平台自此时起知道。Known to the platform since.' })
  recordedFrom!: Date;
}

/** Declares what one category is in another list. */
@ObjectType('CategoryLink', {
  description:
    '被问类别在另一标准中是什么：由人认定的一条对照，或接连几条推出。What the asked category is in another list: by one link that people declared, or by several in a row.',
})
export class CategoryLinkType implements CategoryLink {
  @Field(() => CategoryType, { description: '另一类别。The other category.' })
  category!: Category;

  @Field(() => CategoryRelationEnum, { description: '它相对于被问类别的关系。What it is to the asked one.' })
  relation!: CategoryRelation;

  @Field(() => [CategoryStepType], { description: '由被问类别到它所经的对照，依次。The links from the asked category to it, in order.' })
  path!: readonly CategoryStep[];
}
