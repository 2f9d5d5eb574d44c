import { ArgsType, Field } from 'type-graphql';

import { CursorScalar } from '../../../../graphql/scalars.js';
import { MatterEventFilter } from './matter-event-filter.input.js';
import { UnitsOfInput } from './units-of.input.js';

/** Declares what a stream of matters' changes is asked by. */
@ArgsType()
export class MatterEventsArgs {
  @Field(() => MatterEventFilter, { nullable: true, description: '条件；不填为全部。Conditions; all changes when left out.' })
  where?: MatterEventFilter | null;

  @Field(() => UnitsOfInput, {
    nullable: true,
    description:
      '每次变更附上事项在此图层中的网格与权重；不填则 units 为 null。With each change the units of this layer that its matter lies in, with their weights; left out, units is null.',
  })
  unitsOf?: UnitsOfInput | null;

  @Field(() => CursorScalar, {
    nullable: true,
    description:
      '从此游标之后续传，条件与权限须与当时相同；不填从现在开始。The cursor to go on after, under the same conditions and rights; from now on when left out.',
  })
  after?: string | null;
}
