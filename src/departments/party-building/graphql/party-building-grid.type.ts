import { Field, ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PartyBranchOwn } from '../own-fields.js';
import { PartyBranchFormEnum } from './party-branch-form.enum.js';
import { PartyBranchHostEnum } from './party-branch-host.enum.js';

/** Declares the type `PartyBuildingGrid`; its value is a `GridUnit`, its own fields come from the office. */
@ObjectType('PartyBuildingGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '党建网格，即网格党支部或党小组，以组织而非地面为准。A party branch or group that serves a grid or an estate; it follows the organisation and not the ground.',
})
export class PartyBuildingGridType extends DepartmentGridType implements PartyBranchOwn {
  @Field(() => PartyBranchFormEnum, { nullable: true, description: '组织形式。The form of the organisation.' })
  readonly branchForm!: PartyBranchOwn['branchForm'];

  @Field(() => PartyBranchHostEnum, { nullable: true, description: '依托网格还是小区。Whether it is set up on a grid or on an estate.' })
  readonly host!: PartyBranchOwn['host'];

  @Field(() => DateScalar, { nullable: true, description: '成立日期。The day on which it was set up.' })
  readonly establishedOn!: PartyBranchOwn['establishedOn'];

  @Field(() => String, {
    nullable: true,
    description: '所在党建联盟，可无。The alliance of party organisations it belongs to, null where it belongs to none.',
  })
  readonly alliance!: PartyBranchOwn['alliance'];

  @Field(() => String, { nullable: true, description: '活动阵地。The place where it meets and works.' })
  readonly activitySite!: PartyBranchOwn['activitySite'];

  @Field(() => DateScalar, { nullable: true, description: '最近一次换届日期。The day on which its committee was last elected anew.' })
  readonly lastRenewedOn!: PartyBranchOwn['lastRenewedOn'];
}
