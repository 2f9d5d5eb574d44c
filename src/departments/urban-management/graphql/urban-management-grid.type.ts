import { Field, Int, ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { UrbanGridOwn } from '../own-fields.js';

/** Declares the type `UrbanManagementGrid`; its value is a `GridUnit`, its own fields come from the office. */
@ObjectType('UrbanManagementGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '城管网格，单元网格约一万平方米，责任网格由单元网格组成。An urban-management grid: a unit grid of about 10,000 square metres, or a responsibility grid made of such.',
})
export class UrbanManagementGridType extends DepartmentGridType implements UrbanGridOwn {
  @Field(() => String, { nullable: true, description: '用地性质。What the ground is used for.' })
  readonly landUse!: UrbanGridOwn['landUse'];

  @Field(() => Int, {
    nullable: true,
    description: '管理等级，1 至 4，1 级最严。The grade of management from 1 to 4, of which 1 is the strictest.',
  })
  readonly managementGrade!: UrbanGridOwn['managementGrade'];

  @Field(() => DateScalar, { nullable: true, description: '测绘日期。The day on which it was surveyed.' })
  readonly surveyedOn!: UrbanGridOwn['surveyedOn'];

  @Field(() => String, { nullable: true, description: '信息采集班次，不含姓名。The shift of collectors that walks it, without names.' })
  readonly collectorShift!: UrbanGridOwn['collectorShift'];

  @Field(() => String, {
    nullable: true,
    description: '编码所依标准的版本。The standard that its code was given under, such as GB/T 47678.3.',
  })
  readonly codeGeneration!: UrbanGridOwn['codeGeneration'];
}
