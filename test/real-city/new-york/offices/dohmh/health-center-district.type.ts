import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../../../src/features/grids/graphql/index.js';
import { NodeType } from '../../../../../src/graphql/node.type.js';

/** Declares the type `DohmhHealthCenterDistrict`; its value is a `GridUnit`. The fields that only this office has are added by `DohmhHealthCenterDistrictResolver`. */
@ObjectType('DohmhHealthCenterDistrict', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '卫生中心区，纽约市健康与精神卫生局的图层。A health center district, a unit of the layer of Department of Health and Mental Hygiene.',
})
export class DohmhHealthCenterDistrictType extends DepartmentGridType {}
