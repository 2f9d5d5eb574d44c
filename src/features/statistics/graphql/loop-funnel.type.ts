import { Field, Float, Int, ObjectType } from 'type-graphql';

import { wordEnum } from '../../../graphql/word-enum.js';
import type { Period } from '../figures/period.js';
import { medianError } from '../funnel/histogram.js';
import type { FunnelStage, LoopFunnel } from '../funnel/loop-funnel.js';
import type { LoopStage } from '../funnel/stages.js';
import { PeriodType } from './matter-statistics.type.js';

/** The enum `LoopStage`. */
export const LoopStageEnum = wordEnum<LoopStage>({
  name: 'LoopStage',
  description: '闭环的环节。A stage of the loop.',
  words: {
    REPORTED: '发现上报。Reported.',
    REVIEW: '研判。Under review.',
    DISPATCHED: '派单。Dispatched.',
    ACCEPTED: '受理。Accepted.',
    HANDLING: '处置。Being handled.',
    FEEDBACK: '反馈。Feedback has been given.',
    VERIFICATION: '核查。Being verified, or verified and not closed yet.',
    CLOSED: '结案。Closed.',
    EVALUATED: '评价。Evaluated.',
    ASIDE: '暂离闭环：异议、退回补正、挂账。Beside the loop: objected to, returned, suspended.',
    ENDED: '以其他方式结束：就地解决、并案、不予受理、撤回、转其他程序。Ended otherwise: settled, merged, refused, withdrawn, handed over.',
  },
});

/** Declares what went through one stage. */
@ObjectType('FunnelStage', { description: '一个环节的进出。What went through one stage.' })
export class FunnelStageType implements FunnelStage {
  @Field(() => LoopStageEnum, { description: '环节。The stage.' })
  stage!: LoopStage;

  @Field(() => Int, { description: '进入次数；重来的再计。Visits; a matter that comes back counts again.' })
  entered!: number;

  @Field(() => Int, { description: '离开次数。Visits that have ended.' })
  left!: number;

  @Field(() => Int, { name: 'now', description: '此刻在此环节的件数。Matters in it at this moment.' })
  present!: number;

  @Field(() => Float, {
    nullable: true,
    description: '已结束的停留的小时数中位数，误差见 medianError。Median hours of the visits that have ended; medianError tells how exact.',
  })
  medianHours!: number | null;
}

/** Declares the funnel of the loop. */
@ObjectType('LoopFunnel', {
  description: '闭环漏斗：期间内上报的事项走到了哪里。The funnel of the loop: how the matters reported in a period went through it.',
})
export class LoopFunnelType implements LoopFunnel {
  @Field(() => PeriodType, { description: '上报时段。The period of the reports.' })
  period!: Period;

  @Field(() => Boolean, {
    name: 'suppressed',
    description:
      '因含他部门密封事项且不足 3 件而不显示。Not told, as there are fewer than 3 matters, a sealed one of another office among them.',
  })
  isSuppressed!: boolean;

  @Field(() => [FunnelStageType], { description: '各环节，依闭环次序。The stages in the order of the loop.' })
  stages!: readonly FunnelStage[];

  @Field(() => LoopStageEnum, {
    nullable: true,
    description: '卡在哪里：尚须办理的环节中在办最多的一个。Where it is stuck: the stage with something to do that most matters are in.',
  })
  stuckAt!: LoopStage | null;

  @Field(() => Float, {
    description: '中位数的最大相对误差（对数直方图）。The largest relative error of the medians, which come from a logarithmic histogram.',
  })
  medianError(): number {
    return medianError;
  }
}
