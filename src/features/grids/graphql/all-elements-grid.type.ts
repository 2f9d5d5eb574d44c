import { ObjectType } from 'type-graphql';

import { NodeType } from '../../../graphql/node.type.js';
import { GridType } from './grid.type.js';

/** Declares the type `AllElementsGrid`; its value is a `GridUnit` of the city's own layer. Its own fields are added by `AllElementsGridResolver` and upper features. */
@ObjectType('AllElementsGrid', {
  implements: [GridType, NodeType],
  description: '全要素网格，各部门网格都对应到它。The city’s own merged unit, which every office’s units are mapped to.',
})
export class AllElementsGridType extends GridType {}
