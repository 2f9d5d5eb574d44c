import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `PartyBuildingGrid`; its value is a `GridUnit`. The fields that only this office has are added by `PartyBuildingGridResolver`. */
@ObjectType('PartyBuildingGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '党建网格，即网格党支部或党小组，以组织而非地面为准。A party branch or group that serves a grid or an estate; it follows the organisation and not the ground.',
})
export class PartyBuildingGridType extends DepartmentGridType {}
