import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `PetitionGrid`; its value is a `GridUnit`. The fields that only this office has are added by `PetitionGridResolver`. */
@ObjectType('PetitionGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '信访责任单元，按属地或按责任单位，多数无独立边界。A unit of the petition office, by territory or by responsible organisation, not always with a boundary.',
})
export class PetitionGridType extends DepartmentGridType {}
