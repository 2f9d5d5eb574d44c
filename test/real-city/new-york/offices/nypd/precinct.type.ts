import { ObjectType } from 'type-graphql';

import { DepartmentGridType, GridType } from '../../../../../src/features/grids/graphql/index.js';
import { NodeType } from '../../../../../src/graphql/node.type.js';

/** Declares the type `NypdPrecinct`; its value is a `GridUnit`. The fields that only this office has are added by `NypdPrecinctResolver`. */
@ObjectType('NypdPrecinct', {
  implements: [DepartmentGridType, GridType, NodeType],
  description: '警区，纽约市警察局的图层。A police precinct, a unit of the layer of New York City Police Department.',
})
export class NypdPrecinctType extends DepartmentGridType {}
