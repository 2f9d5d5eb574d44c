import { Field, ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import type { CivilMatterOwn } from '../own-fields.js';

/** Declares the type `CivilAffairsMatter`; its value is a `Matter`, its own fields come from the office. */
@ObjectType('CivilAffairsMatter', {
  implements: [MatterType, NodeType],
  description: '民政事项，即救助与服务。A matter of the civil-affairs office: assistance or a service.',
})
export class CivilAffairsMatterType extends MatterType implements CivilMatterOwn {
  @Field(() => String, { nullable: true, description: '救助类别。The kind of assistance.' })
  readonly assistanceKind!: CivilMatterOwn['assistanceKind'];

  @Field(() => String, { nullable: true, description: '服务事项。The service asked for.' })
  readonly serviceItem!: CivilMatterOwn['serviceItem'];
}
