import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../features/grids/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';

/** Declares the type `PoliticalLegalGrid`; its value is a `GridUnit`. The fields that only this office has are added by `PoliticalLegalGridResolver`. */
@ObjectType('PoliticalLegalGrid', {
  implements: [DepartmentGridType, GridType, NodeType],
  description:
    '综治网格，基础网格按户数划分，专属网格是一批建筑。A political-legal grid: a basic one of some hundred households, or a special one that is a list of buildings.',
})
export class PoliticalLegalGridType extends DepartmentGridType {}
