import { ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `PetitionMatter`; its value is a `Matter`. The fields that only this office has are added by `PetitionMatterResolver`. */
@ObjectType('PetitionMatter', {
  implements: [MatterType, NodeType],
  description: '信访事项，检举控告类不出信访前置库。A matter of the petition office; accusations are never among them.',
})
export class PetitionMatterType extends MatterType {}
