import { Field, ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import type { UrbanMatterOwn } from '../own-fields.js';

/** Declares the type `UrbanManagementMatter`; its value is a `Matter`, its own fields come from the office. */
@ObjectType('UrbanManagementMatter', {
  implements: [MatterType, NodeType],
  description: '城管事项，含部件与事项两类。A matter of the urban-management office, about a component or about the street.',
})
export class UrbanManagementMatterType extends MatterType implements UrbanMatterOwn {
  @Field(() => String, { nullable: true, description: '立案条件。The condition under which it was filed.' })
  readonly filingCondition!: UrbanMatterOwn['filingCondition'];

  @Field(() => String, {
    nullable: true,
    description: '处置时限，原样保存，如 4小时。The limit for handling exactly as the office writes it, in its own kind of hours or days.',
  })
  readonly timeLimit!: UrbanMatterOwn['timeLimit'];

  @Field(() => String, { nullable: true, description: '旧标准下的事项代码。The code of its category under the former standard.' })
  readonly formerCode!: UrbanMatterOwn['formerCode'];
}
