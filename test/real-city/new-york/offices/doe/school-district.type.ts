import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../../../src/features/grids/graphql/index.js';
import { NodeType } from '../../../../../src/graphql/node.type.js';

/** Declares the type `DoeSchoolDistrict`; its value is a `GridUnit`. The fields that only this office has are added by `DoeSchoolDistrictResolver`. */
@ObjectType('DoeSchoolDistrict', {
  implements: [DepartmentGridType, GridType, NodeType],
  description: '学区，纽约市教育局的图层。A school district, a unit of the layer of Department of Education.',
})
export class DoeSchoolDistrictType extends DepartmentGridType {}
