import { Field, Int, ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import { DateScalar, DivisionCodeScalar } from '../../../graphql/scalars.js';
import type { CivilCommunityOwn } from '../own-fields.js';
import { CommunityTypeEnum } from './community-type.enum.js';

/** Declares the type `CivilAffairsGrid`; its value is a `GridUnit`, its own fields come from the office. */
@ObjectType('CivilAffairsGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '民政社区，以居委会、村委会的统一社会信用代码为编号。A community as the civil-affairs office keeps it, keyed by the credit code of its committee.',
})
export class CivilAffairsGridType extends DepartmentGridType implements CivilCommunityOwn {
  @Field(() => DivisionCodeScalar, { nullable: true, description: '社区的 12 位区划代码。The division code of the community, 12 digits.' })
  readonly communityCode!: CivilCommunityOwn['communityCode'];

  @Field(() => CommunityTypeEnum, { nullable: true, description: '社区类型。The type of the community.' })
  readonly communityType!: CivilCommunityOwn['communityType'];

  @Field(() => DateScalar, { nullable: true, description: '本届委员会届满日期。The day on which the term of the committee ends.' })
  readonly termEndsOn!: CivilCommunityOwn['termEndsOn'];

  @Field(() => String, { nullable: true, description: '社区服务站。The service station of the community.' })
  readonly serviceStation!: CivilCommunityOwn['serviceStation'];

  @Field(() => Int, { nullable: true, description: '委员会职数，不含姓名。The number of seats of the committee, without names.' })
  readonly committeeSeats!: CivilCommunityOwn['committeeSeats'];
}
