import { ObjectType } from 'type-graphql';

import { MatterType } from '../../../../../src/features/matters/graphql/index.js';
import { NodeType } from '../../../../../src/graphql/node.type.js';

/** Declares the type `HotlineRequest`; its value is a `Matter`. The fields that only this office has are added by `HotlineRequestResolver`. */
@ObjectType('HotlineRequest', {
  implements: [MatterType, NodeType],
  description: '311 热线的服务请求。A service request that somebody gave to the hotline 311.',
})
export class HotlineRequestType extends MatterType {}
