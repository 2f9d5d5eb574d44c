import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `HousingEstate`; its value is a `GridUnit`. The fields that only this office has are added by `HousingEstateResolver`. */
@ObjectType('HousingEstate', {
  implements: [DepartmentGridType, GridType, NodeType],
  description: '小区，住建部门自己的图层。A housing estate, a unit of the layer that the housing office keeps.',
})
export class HousingEstateType extends DepartmentGridType {}
