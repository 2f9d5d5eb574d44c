import { Field, InputType } from 'type-graphql';

import { DateScalar, DivisionCodeScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { DeclarationInput } from '../../access/graphql/index.js';
import { CategoryInput } from '../../categories/graphql/index.js';

/** Declares a move of duties. */
@InputType('MoveDutiesInput', { description: '职责自某日起由一个组织转给另一个。Duties pass from one organisation to another on a day.' })
export class MoveDutiesInput extends DeclarationInput {
  @Field(() => SourceIdScalar, { description: '原负责组织，其任一代码。Any code of the organisation that has the duties.' })
  from!: string;

  @Field(() => SourceIdScalar, { description: '接手组织，其任一代码。Any code of the organisation that is to have them.' })
  to!: string;

  @Field(() => CategoryInput, {
    nullable: true,
    description:
      '只转此类别；代码 * 为对整个标准的职责；默认全部。Only this category, code * being the duty for all of a standard; all when left out.',
  })
  category?: CategoryInput | null;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: '只转正属此行政区划的职责；默认全部。Only duties of this very division; of all when left out.',
  })
  division?: string | null;

  @Field(() => DateScalar, { description: '自此日起（含）由接手组织负责。The first day on which the successor is responsible.' })
  effectiveFrom!: string;
}
