import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `CivilAffairsGrid`; its value is a `GridUnit`. The fields that only this office has are added by `CivilAffairsGridResolver`. */
@ObjectType('CivilAffairsGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '民政社区，以居委会、村委会的统一社会信用代码为编号。A community as the civil-affairs office keeps it, keyed by the credit code of its committee.',
})
export class CivilAffairsGridType extends DepartmentGridType {}
