import { ArgsType, Field } from 'type-graphql';

import { CursorScalar, DivisionCodeScalar } from '../../../../graphql/scalars.js';

/** Declares whose key figures are wanted, and from where. */
@ArgsType()
export class IndicatorsArgs {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: '哪个区划；不填为全市。Of which division; the whole city when left out.',
  })
  division?: string | null;

  @Field(() => CursorScalar, {
    nullable: true,
    description:
      '上次的游标，区划与权限须与当时相同；先得全部数字。The cursor told last, under the same division and rights; all figures come first.',
  })
  after?: string | null;
}
