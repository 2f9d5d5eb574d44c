import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../../../src/features/grids/graphql/index.js';
import { NodeType } from '../../../../../src/graphql/node.type.js';

/** Declares the type `CommunityDistrict`; its value is a `GridUnit`. The fields that only this office has are added by `CommunityDistrictResolver`. */
@ObjectType('CommunityDistrict', {
  implements: [DepartmentGridType, GridType, NodeType],
  description: '社区规划区，社区委员会的图层。A community district, a unit of the layer of Community Boards.',
})
export class CommunityDistrictType extends DepartmentGridType {}
