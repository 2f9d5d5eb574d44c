import { ArgsType, Field } from 'type-graphql';

import { CursorScalar } from '../../../../graphql/scalars.js';
import type { StreamBegin } from '../../matters/matter-snapshot.js';
import { MatterEventFilter } from './matter-event-filter.input.js';
import { StreamBeginEnum } from './matter-snapshot.type.js';
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

  @Field(() => StreamBeginEnum, {
    defaultValue: 'NOW',
    description:
      '先给全部现状（SNAPSHOT，至多 1 万件）再接变更，或只给此后的变更（NOW）；给了 after 时从 after 续传、不给现状，不能续传时先报缺口再给现状。SNAPSHOT opens with the present state, at most 10,000 matters. With after the stream goes on there and tells no state, unless it cannot: then the state follows behind the gap.',
  })
  begin!: StreamBegin;

  @Field(() => CursorScalar, {
    nullable: true,
    description:
      '从此游标之后续传，条件与权限须与当时相同；不填从现在开始。The cursor to go on after, under the same conditions and rights; from now on when left out.',
  })
  after?: string | null;
}
