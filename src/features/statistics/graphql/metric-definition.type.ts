import { Field, ObjectType } from 'type-graphql';

import type { MatterMetric, MetricDefinition, MetricUnit } from '../metrics/metric-definition.js';
import { MatterMetricEnum, MetricUnitEnum } from './statistics.enums.js';

/** Declares what a metric means. */
@ObjectType('MetricDefinition', { description: '指标的口径，随数字一起显示。What a figure means, shown beside its number.' })
export class MetricDefinitionType implements Pick<
  MetricDefinition,
  'metric' | 'nameZh' | 'nameEn' | 'formulaZh' | 'formulaEn' | 'unit' | 'isConfirmedLocally' | 'source'
> {
  @Field(() => MatterMetricEnum, { description: '指标。The figure.' })
  metric!: MatterMetric;

  @Field(() => String, { description: '中文名称。The name in Chinese.' })
  nameZh!: string;

  @Field(() => String, { description: '英文名称。The name in English.' })
  nameEn!: string;

  @Field(() => String, { description: '公式（中文）。The formula in Chinese.' })
  formulaZh!: string;

  @Field(() => String, { description: '公式（英文）。The formula in English.' })
  formulaEn!: string;

  @Field(() => MetricUnitEnum, { description: '单位。What it is measured in.' })
  unit!: MetricUnit;

  @Field(() => String, { description: '分子所数的事实。The fact that the numerator counts.' })
  numerator!: string;

  @Field(() => String, {
    nullable: true,
    description: '分母所数的事实；不是比率时为 null。The fact that the denominator counts; null where nothing is divided.',
  })
  denominator!: string | null;

  @Field(() => Boolean, {
    name: 'confirmedLocally',
    description: '各地分母不一，须现场确认。Cities divide by different numbers: the denominator must be confirmed on site.',
  })
  isConfirmedLocally!: boolean;

  @Field(() => String, { description: '口径出处。Where the definition was taken from.' })
  source!: string;
}
