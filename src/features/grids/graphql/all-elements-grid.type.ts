import { Field, ObjectType } from 'type-graphql';

import { NodeType } from '../../../graphql/node.type.js';
import { GridCodeScalar } from '../../../graphql/scalars.js';
import { type DivisionOfDay, DivisionType } from '../../divisions/graphql/index.js';
import { GridType } from './grid.type.js';

/** Declares the type `AllElementsGrid`; its value is a `GridUnit` of the city's own layer. */
@ObjectType('AllElementsGrid', {
  implements: [GridType, NodeType],
  description: '全要素网格，各部门网格都对应到它。The city’s own merged unit, which every office’s units are mapped to.',
})
export class AllElementsGridType extends GridType {
  @Field(() => GridCodeScalar, {
    description: '全要素网格编码，12 位社区代码加 3 位顺序号。The code of the grid: 12 digits of its community and a serial of 3.',
  })
  readonly code!: string;

  @Field(() => DivisionType, { description: '所在社区，全要素网格不跨社区。The community it lies in, which it never crosses.' })
  readonly division!: DivisionOfDay;
}
