import { Field, Float, Int, ObjectType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { LayerType } from '../../grids/graphql/index.js';
import type { GridLayer } from '../../grids/index.js';
import type { CityModel } from '../model/link-table.js';
import type { CrosswalkReport } from '../report/crosswalk-reports.js';
import type { FindingKind, FindingSummary } from '../report/finding.js';
import { FindingKindEnum } from './crosswalk-finding.type.js';

/** A report with the model that it was made of. */
export interface CrosswalkReportValue extends CrosswalkReport {
  readonly model: CityModel;
}

/** Declares how much was found of one kind between two layers, or for one office. */
@ObjectType('FindingSummary', {
  description: '某一种毛病在两图层间或某部门共有多少。How much was found of one kind between two layers, or for one office.',
})
export class FindingSummaryType implements FindingSummary {
  @Field(() => FindingKindEnum, { simple: true, description: '种类。The kind.' })
  kind!: FindingKind;

  @Field(() => LayerType, { simple: true, nullable: true, description: '所涉单元的图层。The layer of the units.' })
  layer!: GridLayer | null;

  @Field(() => LayerType, { simple: true, nullable: true, description: '另一图层。The other layer.' })
  otherLayer!: GridLayer | null;

  @Field(() => Department, { simple: true, nullable: true, description: '部门。The office.' })
  department!: string | null;

  @Field(() => Int, { simple: true, description: '几处。How many.' })
  count!: number;

  @Field(() => Float, {
    simple: true,
    nullable: true,
    description: '面积合计，平方米。Square metres together; null where none has an area.',
  })
  totalM2!: number | null;
}

/** Declares what is wrong with the city's grids. */
@ObjectType('CrosswalkReport', { description: '本市各套网格的毛病。What is wrong with the city’s grids.' })
export class CrosswalkReportType {
  @Field(() => DateScalar, { simple: true, description: '按哪一天。The day that is answered for.' })
  at!: string;

  @Field(() => DateTimeScalar, { simple: true, nullable: true, description: '按何时所知；null 为现在。As known when; null means now.' })
  knownAt!: Date | null;

  @Field(() => DateTimeScalar, {
    simple: true,
    nullable: true,
    description: '所依据的最近一次对照计算。When the crosswalk that it rests on was last computed.',
  })
  asOf!: Date | null;

  @Field(() => [LayerType], { simple: true, description: '相互比较的图层。The layers that were compared with each other.' })
  layers!: readonly GridLayer[];

  @Field(() => [FindingSummaryType], { simple: true, description: '按种类与图层汇总。Counts and totals by kind and layers.' })
  summaries!: readonly FindingSummary[];
}
