import { Field, Int, ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import type { PoliticalLegalGridOwn } from '../own-fields.js';
import { PoliticalLegalGridKindEnum } from './political-legal-grid-kind.enum.js';

/** Declares the type `PoliticalLegalGrid`; its value is a `GridUnit`, its own fields come from the office. */
@ObjectType('PoliticalLegalGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '综治网格，基础网格按户数划分，专属网格是一批建筑。A political-legal grid: a basic one of some hundred households, or a special one that is a list of buildings.',
})
export class PoliticalLegalGridType extends DepartmentGridType implements PoliticalLegalGridOwn {
  @Field(() => PoliticalLegalGridKindEnum, {
    nullable: true,
    description: '基础网格还是专属网格。Whether it is a basic or a special grid.',
  })
  readonly gridKind!: PoliticalLegalGridOwn['gridKind'];

  @Field(() => String, { nullable: true, description: '所属综治中心。The centre of public security and order that it reports to.' })
  readonly centre!: PoliticalLegalGridOwn['centre'];

  @Field(() => String, { nullable: true, description: '对应的调解室。The mediation room that serves it.' })
  readonly mediationRoom!: PoliticalLegalGridOwn['mediationRoom'];

  @Field(() => Int, { nullable: true, description: '巡查间隔，天。The interval between two patrols, in days.' })
  readonly patrolIntervalDays!: PoliticalLegalGridOwn['patrolIntervalDays'];

  @Field(() => Int, { nullable: true, description: '登记的楼栋数。The number of buildings on its register.' })
  readonly buildingCount!: PoliticalLegalGridOwn['buildingCount'];
}
