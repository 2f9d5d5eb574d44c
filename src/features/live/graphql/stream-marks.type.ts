import { Field, ObjectType } from 'type-graphql';

import { CursorScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { GapReason, Heartbeat, StreamGap } from '../delivery.js';

/** The enum `StreamGapReason`. */
export const StreamGapReason = wordEnum<GapReason>({
  name: 'StreamGapReason',
  description: '为何不能从游标处续传。Why a stream cannot go on from a cursor.',
  words: {
    EPOCH_CHANGED: '事件日志已换代（如从备份恢复）。The event log began another life, e.g. was restored.',
    EXPIRED: '该处已超出保留期。That part is no longer kept.',
    AHEAD: '游标在日志末尾之后。The cursor lies after the end of the log.',
  },
});

/** Declares a gap in a stream. */
@ObjectType('StreamGap', {
  description:
    '缺口：两个游标之间可能缺变更；流从 to 之后继续。A gap: changes between two cursors may be missing; the stream goes on after to.',
})
export class StreamGapType implements Omit<StreamGap, 'typeName'> {
  @Field(() => CursorScalar, { description: '到此为止都已投递。Everything up to here had been delivered.' })
  from!: string;

  @Field(() => CursorScalar, { description: '流从此处之后继续。The stream goes on after this.' })
  to!: string;

  @Field(() => StreamGapReason, { description: '原因。The reason.' })
  reason!: GapReason;

  @Field(() => Boolean, {
    description:
      '是否须重新载入现状；此后读到的现状含 to 之前的一切。Whether the present state must be loaded anew; what is read from now on holds everything up to to.',
  })
  resync!: boolean;
}

/** Declares a heartbeat. */
@ObjectType('Heartbeat', {
  description: '心跳：订阅时立即一次，其后每 15 秒一次。A heartbeat: at once on subscribing, then every 15 seconds.',
})
export class HeartbeatType implements Omit<Heartbeat, 'typeName'> {
  @Field(() => CursorScalar, {
    description: '到此为止所要的变更都已投递，可由此续传。Every wanted change up to here has been delivered; resume from it.',
  })
  cursor!: string;

  @Field(() => DateTimeScalar, { description: '服务器时刻。The server’s time.' })
  serverTime!: Date;
}
