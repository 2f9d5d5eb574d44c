import { Field, Float, ObjectType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import type { Indicator } from '../indicators/indicator.js';
import type { IndicatorDefinition, IndicatorKey, IndicatorSpan, IndicatorUnit } from '../indicators/indicator-definition.js';
import { IndicatorKeyEnum, IndicatorSpanEnum, IndicatorUnitEnum } from './indicator.enums.js';

/** Declares what a key figure means. */
@ObjectType('IndicatorDefinition', { description: '关键数字的口径。What a key figure means.' })
export class IndicatorDefinitionType implements IndicatorDefinition {
  @Field(() => IndicatorKeyEnum, { description: '关键数字。The key figure.' })
  indicator!: IndicatorKey;

  @Field(() => String, { description: '中文名称。The name in Chinese.' })
  nameZh!: string;

  @Field(() => String, { description: '英文名称。The name in English.' })
  nameEn!: string;

  @Field(() => String, { description: '公式（中文）。The formula in Chinese.' })
  formulaZh!: string;

  @Field(() => String, { description: '公式（英文）。The formula in English.' })
  formulaEn!: string;

  @Field(() => IndicatorUnitEnum, { description: '单位。What it is measured in.' })
  unit!: IndicatorUnit;

  @Field(() => IndicatorSpanEnum, { description: '所说的时间。What time it speaks of.' })
  span!: IndicatorSpan;

  @Field(() => Boolean, {
    name: 'confirmedLocally',
    description: '各地分母不一，须现场确认。Cities divide by different numbers: the denominator must be confirmed on site.',
  })
  isConfirmedLocally!: boolean;

  @Field(() => String, { description: '口径出处。Where the definition was taken from.' })
  source!: string;
}

/** Declares a key figure; its definition is added by a resolver. */
@ObjectType('Indicator', {
  description: '一个关键数字，截至 asOf 精确无误。A key figure, exact as of asOf.',
})
export class IndicatorType implements Indicator {
  @Field(() => IndicatorKeyEnum, { description: '口径的键。The key of its definition.' })
  indicator!: IndicatorKey;

  @Field(() => Department, {
    nullable: true,
    description: '所数事项的登记部门；null 为整个区划。The office whose matters it counts; null for the whole division.',
  })
  department!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: '值；分母为 0 或受保护时为 null。The value; null where the denominator is 0 or it is suppressed.',
  })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: '分子；不是比率时为 null。The numerator; null where nothing is divided.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: '分母；不是比率时为 null。The denominator; null where nothing is divided.' })
  denominator!: number | null;

  @Field(() => Boolean, {
    name: 'suppressed',
    description:
      '不显示：所数事项含他部门密封事项且不足 3 件，或与合计一起会推算出这样的一组。Not told: it is of fewer than 3 matters, a sealed one of another office among them, or would give such a group away beside the total.',
  })
  isSuppressed!: boolean;

  @Field(() => DateTimeScalar, {
    description:
      '截至何时；UNANSWERED、当月的数字与要素、网格数较少重算，可早于投递时刻。As of when; UNANSWERED, those of the month, ELEMENTS and GRIDS are read less often and may be older than the delivery.',
  })
  asOf!: Date;
}
