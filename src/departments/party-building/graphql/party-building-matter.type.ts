import { ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `PartyBuildingMatter`; its value is a `Matter`. The fields that only this office has are added by `PartyBuildingMatterResolver`. */
@ObjectType('PartyBuildingMatter', {
  implements: [MatterType, NodeType],
  description: '党建事项，即报到服务。A matter of the party-building office: a service that reporting units take on.',
})
export class PartyBuildingMatterType extends MatterType {}
