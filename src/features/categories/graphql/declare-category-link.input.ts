import { Field, InputType } from 'type-graphql';

import { DateScalar, IdScalar } from '../../../graphql/scalars.js';
import { DeclarationInput } from '../../access/graphql/index.js';
import type { CategoryRelation } from '../category-relation.js';
import { CategoryInput } from './category.type.js';
import { CategoryRelationEnum } from './category-link.type.js';

/** Declares a declaration of a link between two categories. */
@InputType('DeclareCategoryLinkInput', { description: '申明两个类别的对照。A declaration of what one category is to another.' })
export class DeclareCategoryLinkInput extends DeclarationInput {
  @Field(() => CategoryInput, { description: '由此类别。From this category.' })
  from!: CategoryInput;

  @Field(() => CategoryInput, { description: '到此类别。To this category.' })
  to!: CategoryInput;

  @Field(() => CategoryRelationEnum, { description: 'to 相对于 from 的关系。What `to` is to `from`.' })
  relation!: CategoryRelation;

  @Field(() => Boolean, { defaultValue: false, description: '是否经主管确认。Whether somebody in office has confirmed it.' })
  verified!: boolean;

  @Field(() => DateScalar, { description: '自此日起有效（含）。In force from this day.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '至此日止（不含）；默认不限。No longer in force on this day; open when left out.',
  })
  validTo?: string | null;
}

/** Declares a withdrawal of a link between two categories. */
@InputType('WithdrawCategoryLinkInput', { description: '撤回一条类别对照。The withdrawal of a link between two categories.' })
export class WithdrawCategoryLinkInput extends DeclarationInput {
  @Field(() => IdScalar, { description: '对照的编号，见 CategoryStep.id。The id of the link, as CategoryStep.id shows it.' })
  link!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '自此日起不再有效；不给则视为从未成立。The first day on which it no longer holds; left out, it never did.',
  })
  from?: string | null;
}
