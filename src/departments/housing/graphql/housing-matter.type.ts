import { Field, ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import { SourceIdScalar } from '../../../graphql/scalars.js';
import type { HousingMatterOwn } from '../own-fields.js';

/** Declares the type `HousingMatter`; its value is a `Matter`, its own fields come from the office. */
@ObjectType('HousingMatter', {
  implements: [MatterType, NodeType],
  description: '住建事项，多为物业与维修。A matter of the housing office, most often about property management or repair.',
})
export class HousingMatterType extends MatterType implements HousingMatterOwn {
  @Field(() => SourceIdScalar, {
    nullable: true,
    description: '所在小区的编号。The id of the estate it is about, exactly as the office writes it.',
  })
  readonly estateLocalId!: HousingMatterOwn['estateLocalId'];

  @Field(() => Boolean, { nullable: true, description: '是否动用维修资金。Whether the repair fund is drawn upon.' })
  readonly repairFund!: HousingMatterOwn['repairFund'];
}
