import { ArgsType, Field } from 'type-graphql';

import { CursorScalar } from '../../../graphql/scalars.js';

/** Declares where a stream goes on. */
@ArgsType()
export abstract class AfterArgs {
  @Field(() => CursorScalar, {
    nullable: true,
    description:
      '从此游标之后续传，条件与权限须与当时相同；不填从现在开始。The cursor to go on after, under the same conditions and rights; from now on when left out.',
  })
  after?: string | null;
}
