import { Field, ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import type { PartyMatterOwn } from '../own-fields.js';

/** Declares the type `PartyBuildingMatter`; its value is a `Matter`, its own fields come from the office. */
@ObjectType('PartyBuildingMatter', {
  implements: [MatterType, NodeType],
  description: '党建事项，即报到服务。A matter of the party-building office: a service that reporting units take on.',
})
export class PartyBuildingMatterType extends MatterType implements PartyMatterOwn {
  @Field(() => String, { nullable: true, description: '所属服务清单。The list of services it is taken from.' })
  readonly serviceList!: PartyMatterOwn['serviceList'];

  @Field(() => String, { nullable: true, description: '报到单位，写单位不写人。The unit that reported for service, never a person.' })
  readonly reportingUnit!: PartyMatterOwn['reportingUnit'];
}
