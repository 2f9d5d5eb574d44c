import { Field, ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import type { PetitionMatterOwn } from '../own-fields.js';
import { PetitionFormEnum } from './petition-form.enum.js';

/** Declares the type `PetitionMatter`; its value is a `Matter`, its own fields come from the office. */
@ObjectType('PetitionMatter', {
  implements: [MatterType, NodeType],
  description: '信访事项，检举控告类不出信访前置库。A matter of the petition office; accusations are never among them.',
})
export class PetitionMatterType extends MatterType implements PetitionMatterOwn {
  @Field(() => PetitionFormEnum, { nullable: true, description: '信访形式。The way in which it came.' })
  readonly petitionForm!: PetitionMatterOwn['petitionForm'];

  @Field(() => String, { nullable: true, description: '信访目的代码，两位。The code of its purpose, two digits.' })
  readonly purposeCode!: PetitionMatterOwn['purposeCode'];

  @Field(() => String, { nullable: true, description: '办理途径。The procedure by which it is handled.' })
  readonly route!: PetitionMatterOwn['route'];
}
