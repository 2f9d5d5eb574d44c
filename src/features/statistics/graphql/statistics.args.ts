import { ArgsType, Field, InputType } from 'type-graphql';

import { DateScalar, LayerKeyScalar } from '../../../graphql/scalars.js';
import { MatterFilter } from '../../matters/graphql/index.js';
import type { MatterGrouping } from '../figures/grouping.js';
import type { Comparison, Period } from '../figures/period.js';
import type { MatterMetric } from '../metrics/metric-definition.js';
import { ComparisonEnum, MatterGroupingEnum, MatterMetricEnum } from './statistics.enums.js';

/** Declares a span of days that is asked about. */
@InputType('PeriodInput', { description: '时段，左闭右开，城市时区。A span of days, half-open, in the city’s time zone.' })
export class PeriodInput {
  @Field(() => DateScalar, { nullable: true, description: '自此日（含）。From this day on.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '至此日（不含）。Until this day, which does not belong to it.' })
  to?: string | null;
}

/** Declares what figures of reported matters are asked by. */
@ArgsType()
export class ReportedArgs {
  @Field(() => MatterFilter, { nullable: true, description: '条件。Conditions.' })
  where?: MatterFilter | null;

  @Field(() => PeriodInput, { nullable: true, description: '上报时段；不填为全部。When they were reported; all when left out.' })
  period?: PeriodInput | null;
}

/** Declares what `matterStatistics` is asked by. */
@ArgsType()
export class MatterStatisticsArgs extends ReportedArgs {
  @Field(() => [MatterGroupingEnum], {
    nullable: true,
    description: '按什么分组，至多两项；不填为一个总数。What to group by, at most two; one total when left out.',
  })
  groupBy?: readonly MatterGrouping[] | null;

  @Field(() => LayerKeyScalar, { nullable: true, description: '按 UNIT 分组时的图层。The layer, for UNIT.' })
  layer?: string | null;

  @Field(() => [MatterMetricEnum], { description: '要哪些指标。Which figures.' })
  metrics!: readonly MatterMetric[];

  @Field(() => ComparisonEnum, { nullable: true, description: '同比或环比；须给出起止日期。A comparison; period needs both ends then.' })
  compare?: Comparison | null;
}

/** The period that an input names; both ends open where it is left out. */
export function periodOf(input: PeriodInput | null | undefined): Period {
  return { from: input?.from ?? null, to: input?.to ?? null };
}
