import { Field, Float, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { Department } from '../../../graphql/department.js';
import { DivisionCodeScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import { GridType, LayerType } from '../../grids/graphql/index.js';
import type { GridLayer, GridUnit } from '../../grids/index.js';
import type { CityModel } from '../model/link-table.js';
import type { Finding, FindingKind } from '../report/finding.js';

/** The enum `FindingKind`. */
export const FindingKindEnum = wordEnum<FindingKind>({
  name: 'FindingKind',
  description: '网格可能有的毛病，按报告次序。What may be wrong with grids, in the order in which a report tells it.',
  words: {
    NO_MANS_LAND: '无主地：某单元有土地未被另一图层覆盖。Ground of a unit that another layer leaves uncovered.',
    SELF_OVERLAP: '自重叠：本不应重叠的图层中两单元重叠。Two units of one layer that both claim some ground.',
    DOUBLE_COVER: '重复覆盖：某单元有土地被另一图层覆盖不止一次。Ground of a unit that another layer covers more than once.',
    SLIVER: '碎片：共有土地小到被略去。Common ground so small that it was cut.',
    UNMATCHED_UNIT: '无对应：与所问其他图层均无关联。A unit without link into any other layer asked for.',
    COLLIDING_ID: '编号相撞：同一编号指多个单元（不计前导零）。One id, leading zeros apart, that stands for several units.',
    HOUSEHOLD_RULE: '户数不合规：不在 300–500 户之内。A grid outside the rule of 300 to 500 households.',
    ORPHAN_DUTY: '职责空缺：某部门在该区划无在效职责。A division where an office has no duty in force.',
  },
});

/** A finding with the model that it was found in. */
export interface FindingValue extends Finding {
  readonly model: CityModel;
}

/** Declares one thing that is wrong. */
@ObjectType('CrosswalkFinding', {
  description: '一处毛病；与其种类无关的部分为 null。One thing that is wrong; what does not belong to its kind is null.',
})
export class CrosswalkFindingType {
  @Field(() => FindingKindEnum, { simple: true, description: '种类。The kind.' })
  kind!: FindingKind;

  @Field(() => String, { simple: true, description: '同一处毛病在各次报告中相同。The same for the same finding in every report.' })
  key!: string;

  @Field(() => LayerType, { simple: true, nullable: true, description: '所涉单元的图层。The layer of the unit it is about.' })
  layer!: GridLayer | null;

  @Field(() => LayerType, {
    simple: true,
    nullable: true,
    description: '留下空缺、重复覆盖或只碰到碎片的图层。The layer that leaves the gap, covers twice, or meets it in a sliver.',
  })
  otherLayer!: GridLayer | null;

  @Field(() => [GridType], { simple: true, description: '所涉单元。The units it is about.' })
  units!: readonly GridUnit[];

  @Field(() => Float, { simple: true, nullable: true, description: '占第一个单元的份额。The share of the first unit.' })
  share!: number | null;

  @Field(() => Float, { simple: true, nullable: true, description: '面积，平方米。Square metres.' })
  areaM2!: number | null;

  @Field(() => Int, { simple: true, nullable: true, description: '户数。Households.' })
  households!: number | null;

  @Field(() => Department, { simple: true, nullable: true, description: '无人负责的部门。The office that nobody answers for.' })
  department!: string | null;

  @Field(() => DivisionCodeScalar, { simple: true, nullable: true, description: '区划代码。The division.' })
  divisionCode!: string | null;
}

/** Declares a page of findings. */
export const CrosswalkFindingConnection = connectionType<FindingValue>(
  { name: 'CrosswalkFinding', zh: '毛病', en: 'findings' },
  () => CrosswalkFindingType,
);
