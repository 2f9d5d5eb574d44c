import { Field, Float, Int, ObjectType } from 'type-graphql';

import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import type { MatterGrouping } from '../figures/grouping.js';
import type { MatterStatistics } from '../figures/matter-statistics.js';
import type { Period } from '../figures/period.js';
import type { MetricValue, StatisticsKey, StatisticsRow } from '../figures/statistics-row.js';
import type { MatterMetric, MetricDefinition } from '../metrics/metric-definition.js';
import { MetricDefinitionType } from './metric-definition.type.js';
import { MatterGroupingEnum, MatterMetricEnum } from './statistics.enums.js';

/** Declares a span of days. */
@ObjectType('StatisticsPeriod', {
  description: '统计时段，左闭右开，城市时区。The days that are counted, half-open, in the city’s time zone.',
})
export class PeriodType implements Period {
  @Field(() => DateScalar, { nullable: true, description: '自此日（含）；null 为最早。From this day on; null means from the first.' })
  from!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '至此日（不含）；null 为至今。Until this day, which does not belong to it; null means until now.',
  })
  to!: string | null;
}

/** Declares one key of a row; its name is added by a resolver. */
@ObjectType('StatisticsKey', { description: '一行的分组键。One key of a row.' })
export class StatisticsKeyType implements StatisticsKey {
  @Field(() => MatterGroupingEnum, { description: '按什么分组。What was grouped by.' })
  grouping!: MatterGrouping;

  @Field(() => String, {
    nullable: true,
    description:
      '键：代码、编号或时间；没有该项的一组为 null。The key: a code, an id or a time; null for the group of those that have none.',
  })
  key!: string | null;
}

/** Declares a metric's number. */
@ObjectType('MetricValue', { description: '一个指标的数字。The number of one figure.' })
export class MetricValueType implements MetricValue {
  @Field(() => MatterMetricEnum, { description: '指标。The figure.' })
  metric!: MatterMetric;

  @Field(() => MetricDefinitionType, { description: '口径。What it means.' })
  definition!: MetricDefinition;

  @Field(() => Float, {
    nullable: true,
    description: '值；分母为 0 或受保护时为 null。The value; null where the denominator is 0 or it is suppressed.',
  })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: '分子；中位数没有。The numerator; a median has none.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: '分母；不是比率时为 null。The denominator; null where nothing is divided.' })
  denominator!: number | null;

  @Field(() => Float, { nullable: true, description: '比较期的值。The value of the compared period.' })
  comparison!: number | null;

  @Field(() => Float, { nullable: true, description: '与比较期之差。The value less the compared one.' })
  change!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: '增减幅；比较期为 0 时为 null。The change as a share of the compared value; null where that is 0.',
  })
  changeShare!: number | null;
}

/** Declares one group of matters. */
@ObjectType('StatisticsRow', { description: '一组事项的数字。The figures of one group of matters.' })
export class StatisticsRowType implements StatisticsRow {
  @Field(() => [StatisticsKeyType], { description: '分组键，依 groupBy 的次序。Its keys, in the order of groupBy.' })
  keys!: readonly StatisticsKey[];

  @Field(() => Int, { nullable: true, description: '组内事项数；受保护时为 null。How many matters it has; null where suppressed.' })
  matters!: number | null;

  @Field(() => Boolean, {
    name: 'suppressed',
    description:
      '不显示：含他部门密封事项且不足 3 件，或为防止由合计推算出这样的一组而一并隐去。Not told: it has fewer than 3 matters, a sealed one of another office among them, or stands beside such a group, which the total would give away.',
  })
  isSuppressed!: boolean;

  @Field(() => [MetricValueType], { description: '各指标，依 metrics 的次序。Its figures, in the order of metrics.' })
  values!: readonly MetricValue[];
}

/** Declares the answer to a question for figures. */
@ObjectType('MatterStatistics', { description: '事项统计。Figures about matters.' })
export class MatterStatisticsType implements MatterStatistics {
  @Field(() => PeriodType, { description: '统计时段（按上报）。The period, by report.' })
  period!: Period;

  @Field(() => PeriodType, { nullable: true, description: '比较时段。The period that it is compared with.' })
  comparedPeriod!: Period | null;

  @Field(() => DateTimeScalar, { description: '按何时的状况。As things stood when.' })
  asOf!: Date;

  @Field(() => [StatisticsRowType], {
    description: '各组，依键排序，无键者在后；至多 5,000 组。The groups in order of their keys, those without one last; at most 5,000.',
  })
  rows!: readonly StatisticsRow[];
}
