import { Field, Float, ObjectType } from 'type-graphql';

import { AllElementsGridType, DepartmentGridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';

/** Declares what every layer says of one point. */
@ObjectType('Location', {
  description:
    '一个点在各图层中的归属；落在公共边界上的点只归一个网格。What every layer says of a point; a point on a shared edge belongs to exactly one unit.',
})
export class LocationType {
  @Field(() => Float, { description: '经度。The longitude, degrees.' })
  longitude!: number;

  @Field(() => Float, { description: '纬度。The latitude, degrees.' })
  latitude!: number;

  @Field(() => AllElementsGridType, {
    nullable: true,
    description: '全要素网格；在所有网格之外时为 null。The all-elements grid; null outside all of them.',
  })
  grid!: GridUnit | null;

  @Field(() => [DepartmentGridType], { description: '各部门的网格。The offices’ units.' })
  departmentGrids!: readonly GridUnit[];
}
