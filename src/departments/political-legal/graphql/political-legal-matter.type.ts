import { ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `PoliticalLegalMatter`; its value is a `Matter`. The fields that only this office has are added by `PoliticalLegalMatterResolver`. */
@ObjectType('PoliticalLegalMatter', {
  implements: [MatterType, NodeType],
  description: '综治事项，多为矛盾纠纷。A matter of the political-legal office, most often a dispute.',
})
export class PoliticalLegalMatterType extends MatterType {}
