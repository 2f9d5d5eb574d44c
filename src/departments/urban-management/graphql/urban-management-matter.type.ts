import { ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `UrbanManagementMatter`; its value is a `Matter`. The fields that only this office has are added by `UrbanManagementMatterResolver`. */
@ObjectType('UrbanManagementMatter', {
  implements: [MatterType, NodeType],
  description: '城管事项，含部件与事项两类。A matter of the urban-management office, about a component or about the street.',
})
export class UrbanManagementMatterType extends MatterType {}
