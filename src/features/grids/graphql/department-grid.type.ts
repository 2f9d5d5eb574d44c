import { Field, InterfaceType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { NodeType, typeNameOf } from '../../../graphql/node.type.js';
import { SourceIdScalar } from '../../../graphql/scalars.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { GridUnit } from '../grid-model.js';
import { GridType } from './grid.type.js';

/** Declares the interface `DepartmentGrid`, which each office's own grid type extends; its values are {@link GridUnit}s. */
@InterfaceType('DepartmentGrid', {
  implements: [GridType, NodeType],
  resolveType: typeNameOf,
  autoRegisterImplementations: false,
  description: '部门自己的网格，各部门另有专属字段的类型。An office’s own unit, for which each office has a type with fields of its own.',
})
export abstract class DepartmentGridType extends GridType implements Pick<GridUnit, 'department' | 'localId'> {
  @Field(() => Department, { simple: true, description: '所属部门。The office that keeps it.' })
  readonly department!: DepartmentCode;

  @Field(() => SourceIdScalar, { simple: true, description: '部门自己的编号，原样保存。The id exactly as the office writes it.' })
  readonly localId!: string;
}
