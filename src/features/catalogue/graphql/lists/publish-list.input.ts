import { Field, InputType, Int } from 'type-graphql';

import { DateScalar, DivisionCodeScalar, IdScalar, SourceIdScalar } from '../../../../graphql/scalars.js';
import { DeclarationInput } from '../../../access/graphql/index.js';
import { CategoryInput } from '../../../categories/graphql/index.js';

/** Declares what every publication brings with it. */
@InputType()
export abstract class PublicationInput extends DeclarationInput {
  @Field(() => DateScalar, {
    description: '自此日起施行（含）：今天或之后，且晚于最新一版。The first day: today or later, and after that of the newest edition.',
  })
  effectiveFrom!: string;

  @Field(() => Int, { description: '所知最新版次；尚无则为 0。The number of the newest edition that is known; 0 where there is none.' })
  expectedEdition!: number;
}

/** Declares the publication of the admission list. */
@InputType('PublishAdmissionListInput', {
  description:
    '公布准入清单新一版：上一版去掉取消的，加上已通过的申请。The next edition: the newest one without what is retired, and what was accepted.',
})
export class PublishAdmissionListInput extends PublicationInput {
  @Field(() => [IdScalar], {
    nullable: true,
    description: '列入哪些已通过的申请；默认全部。Which accepted applications come in; all when left out.',
  })
  applications?: readonly string[] | null;

  @Field(() => [IdScalar], { defaultValue: [], description: '取消上一版哪些条目。Which lines of the newest edition end with it.' })
  retire!: readonly string[];
}

/** Declares a line of a list that is published whole. */
@InputType('CatalogueLineInput', { description: '清单的一条。A line of a list.' })
export class CatalogueLineInput {
  @Field(() => CategoryInput, { description: '类别，其下各级类别同此。The category, and all below it.' })
  category!: CategoryInput;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '所及行政区划；默认全市。The division; the whole city when left out.' })
  division?: string | null;

  @Field(() => SourceIdScalar, {
    nullable: true,
    description: '应哨组织（“报到”清单必填），其任一代码。Any code of the organisation; necessary on the duty list.',
  })
  organisation?: string | null;

  @Field(() => String, { description: '事由或职责，1–500 字。What is asked, 1 to 500 characters.' })
  task!: string;

  @Field(() => String, { nullable: true, description: '依据文号。The document it rests on.' })
  document?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: '是否临时事项，须给 validTo。Whether it is temporary, and so has validTo.' })
  temporary!: boolean;

  @Field(() => DateScalar, { nullable: true, description: '自此日起；默认随本版施行。From this day; with the edition when left out.' })
  validFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。Until this day, exclusive.' })
  validTo?: string | null;
}

/** Declares the publication of the whistle list or the duty list. */
@InputType('PublishListInput', { description: '公布清单新一版，整份给出。The next edition of a list, whole.' })
export class PublishListInput extends PublicationInput {
  @Field(() => [CatalogueLineInput], { description: '各条，1–2000。The lines, 1 to 2,000.' })
  lines!: readonly CatalogueLineInput[];
}
