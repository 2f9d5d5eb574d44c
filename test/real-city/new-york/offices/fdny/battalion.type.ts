import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../../../src/features/grids/graphql/index.js';
import { NodeType } from '../../../../../src/graphql/node.type.js';

/** Declares the type `FdnyBattalion`; its value is a `GridUnit`. The fields that only this office has are added by `FdnyBattalionResolver`. */
@ObjectType('FdnyBattalion', {
  implements: [DepartmentGridType, GridType, NodeType],
  description: '消防营，纽约市消防局的图层。A fire battalion, a unit of the layer of Fire Department of New York.',
})
export class FdnyBattalionType extends DepartmentGridType {}
