import { ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `CivilAffairsMatter`; its value is a `Matter`. The fields that only this office has are added by `CivilAffairsMatterResolver`. */
@ObjectType('CivilAffairsMatter', {
  implements: [MatterType, NodeType],
  description: '民政事项，即救助与服务。A matter of the civil-affairs office: assistance or a service.',
})
export class CivilAffairsMatterType extends MatterType {}
