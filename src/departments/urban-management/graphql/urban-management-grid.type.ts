import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `UrbanManagementGrid`; its value is a `GridUnit`. The fields that only this office has are added by `UrbanManagementGridResolver`. */
@ObjectType('UrbanManagementGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '城管网格，单元网格约一万平方米，责任网格由单元网格组成。An urban-management grid: a unit grid of about 10,000 square metres, or a responsibility grid made of such.',
})
export class UrbanManagementGridType extends DepartmentGridType {}
