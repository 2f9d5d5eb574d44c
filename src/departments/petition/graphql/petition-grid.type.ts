import { Field, ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import type { PetitionUnitOwn } from '../own-fields.js';

/** Declares the type `PetitionGrid`; its value is a `GridUnit`, its own fields come from the office. */
@ObjectType('PetitionGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '信访责任单元，按属地或按责任单位，多数无独立边界。A unit of the petition office, by territory or by responsible organisation, not always with a boundary.',
})
export class PetitionGridType extends DepartmentGridType implements PetitionUnitOwn {
  @Field(() => String, { nullable: true, description: '责任单位。The organisation that answers for petitions of the unit.' })
  readonly responsibleUnit!: PetitionUnitOwn['responsibleUnit'];

  @Field(() => String, { nullable: true, description: '接访场所。The place where petitioners are received.' })
  readonly receptionSite!: PetitionUnitOwn['receptionSite'];

  @Field(() => String, { nullable: true, description: '接访日。The day on which petitioners are received.' })
  readonly receptionDay!: PetitionUnitOwn['receptionDay'];

  @Field(() => Boolean, { nullable: true, description: '是否设信访工作联席会议。Whether it has a joint meeting on petition work.' })
  readonly jointMeeting!: PetitionUnitOwn['jointMeeting'];

  @Field(() => Boolean, {
    nullable: true,
    description: '值班电话是否公示，不含号码。Whether the duty telephone is posted in public, without the number.',
  })
  readonly dutyPhonePosted!: PetitionUnitOwn['dutyPhonePosted'];
}
