import { Field, Int, ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import type { HousingEstateOwn } from '../own-fields.js';
import { EstateFormEnum } from './estate-form.enum.js';

/** Declares the type `HousingEstate`; its value is a `GridUnit`, its own fields come from the office. */
@ObjectType('HousingEstate', {
  implements: [DepartmentGridType, GridType, NodeType],
  description: '小区，住建部门自己的图层。A housing estate, a unit of the layer that the housing office keeps.',
})
export class HousingEstateType extends DepartmentGridType implements HousingEstateOwn {
  @Field(() => EstateFormEnum, { nullable: true, description: '小区形态。The form of the estate.' })
  readonly form!: HousingEstateOwn['form'];

  @Field(() => Boolean, { nullable: true, description: '是否有业主委员会。Whether it has a committee of owners.' })
  readonly ownersCommittee!: HousingEstateOwn['ownersCommittee'];

  @Field(() => Boolean, {
    nullable: true,
    description: '是否有物业管理委员会。Whether it has a committee that manages it where owners have none.',
  })
  readonly managementCommittee!: HousingEstateOwn['managementCommittee'];

  @Field(() => String, { nullable: true, description: '物业企业。The firm that manages the property.' })
  readonly propertyFirm!: HousingEstateOwn['propertyFirm'];

  @Field(() => Int, { nullable: true, description: '建成年份。The year in which it was built.' })
  readonly builtYear!: HousingEstateOwn['builtYear'];

  @Field(() => Int, { nullable: true, description: '住宅套数。The number of dwellings.' })
  readonly dwellings!: HousingEstateOwn['dwellings'];
}
