import { Field, Int, ObjectType } from 'type-graphql';

import { wordEnum } from '../../../../graphql/word-enum.js';
import { MatterType } from '../../../matters/graphql/index.js';
import type { Matter } from '../../../matters/index.js';
import type { MatterSnapshot, StreamBegin } from '../../matters/matter-snapshot.js';

/** The enum `StreamBegin`. */
export const StreamBeginEnum = wordEnum<StreamBegin>({
  name: 'StreamBegin',
  description: '无游标的订阅从何开始。How a stream begins that has no cursor to go on from.',
  words: {
    NOW: '从此刻起的变更。With what happens from now on.',
    SNAPSHOT: '先给全部现状，再接其后的变更，无缺口。With how everything stands, then what happens after it, without a hole.',
  },
});

/** Declares a part of the state that a stream opens with. */
@ObjectType('MatterSnapshot', {
  description:
    '现状的一部分：符合条件的事项（条件未指状态时为未办结者），旧者在前；各部分之后是心跳，再后是其后的变更，其间已变更者会再投递一次。A part of the present state: matters that meet the conditions (open ones where no states are asked for), oldest first; behind the last part comes a heartbeat and then what happened since, so that what changed meanwhile comes again.',
})
export class MatterSnapshotType implements Omit<MatterSnapshot, 'typeName'> {
  @Field(() => [MatterType], { description: '事项，至多 100 件。The matters, at most 100.' })
  matters!: readonly Matter[];

  @Field(() => Int, { description: '第几部分，从 1 起。Which part, from 1.' })
  part!: number;

  @Field(() => Boolean, {
    description:
      '是否最后一部分；随后的心跳给出现状所属的游标，在此之前断开须从头再来。Whether it is the last part: the heartbeat behind it gives the cursor that the state belongs to; whoever is cut off before begins anew.',
  })
  isLast!: boolean;
}
