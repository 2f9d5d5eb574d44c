import { createUnionType, Field, Float, ObjectType } from 'type-graphql';

import { CursorScalar, DateTimeScalar } from '../../../../graphql/scalars.js';
import { IndicatorType } from '../../../statistics/graphql/index.js';
import type { Indicator } from '../../../statistics/index.js';
import type { Indicators, IndicatorsDelivery } from '../../indicators/indicators.js';
import { HeartbeatType, StreamGapType } from '../stream-marks.type.js';

/** Declares key figures of a division as they are delivered. */
@ObjectType('Indicators', {
  description: '一个区划的关键数字：全部，或有变的部分。Key figures of a division: all of them, or those that changed.',
})
export class IndicatorsType implements Omit<Indicators, 'typeName'> {
  @Field(() => CursorScalar, {
    description:
      '游标；关键数字是现状而非历史：作 after 传入，先得全部数字，再得变化。The cursor. The figures tell how things stand and not their history: given as after, all figures come anew, then changes.',
  })
  cursor!: string;

  @Field(() => Float, {
    description:
      '在事件日志中的位置：已含到此为止的一切变更，asOf 早于投递的数字除外。The place in the event log: the figures hold every change up to here, but for those whose asOf is earlier.',
  })
  position!: number;

  @Field(() => DateTimeScalar, { description: '服务器时刻。The server’s time.' })
  serverTime!: Date;

  @Field(() => Boolean, {
    name: 'complete',
    description: '是否全部数字；否则未列出的与上次相同。Whether these are all figures; else those left out stand as they were told.',
  })
  isComplete!: boolean;

  @Field(() => [IndicatorType], { description: '关键数字。The key figures.' })
  figures!: readonly Indicator[];
}

/** The union `IndicatorsDelivery`. */
export const IndicatorsDeliveryType = createUnionType({
  name: 'IndicatorsDelivery',
  description: '一次投递：关键数字、缺口或心跳。One delivery: key figures, a gap or a heartbeat.',
  types: () => [IndicatorsType, StreamGapType, HeartbeatType] as const,
  resolveType: (value) => (value as unknown as IndicatorsDelivery).typeName,
});
