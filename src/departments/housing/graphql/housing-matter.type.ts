import { ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `HousingMatter`; its value is a `Matter`. The fields that only this office has are added by `HousingMatterResolver`. */
@ObjectType('HousingMatter', {
  implements: [MatterType, NodeType],
  description: '住建事项，多为物业与维修。A matter of the housing office, most often about property management or repair.',
})
export class HousingMatterType extends MatterType {}
