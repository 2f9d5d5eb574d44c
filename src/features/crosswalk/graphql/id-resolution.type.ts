import { Field, ObjectType, registerEnumType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { SourceIdScalar } from '../../../graphql/scalars.js';
import { DepartmentGridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';
import type { GridLink } from '../link.js';
import { type IdResolution, type IdStatus, idStatuses } from '../resolve/resolve-ids.js';
import { CoverageType, type CoverageValue } from './coverage.type.js';
import { GridLinkType } from './grid-link.type.js';

/** The enum `IdStatus`. */
export const IdStatusEnum = Object.fromEntries(idStatuses.map((status) => [status, status])) as Readonly<Record<IdStatus, IdStatus>>;

registerEnumType(IdStatusEnum, {
  name: 'IdStatus',
  description: '一个编号的下落。What became of an id.',
  valuesConfig: {
    RESOLVED: { description: '已找到。Found.' },
    RETIRED: { description: '在别的日期有效。Valid at another date.' },
    AMBIGUOUS: { description: '在多个图层中都有，请指明图层。In several layers; name one.' },
    UNKNOWN: { description: '从未见过或无权查看。Never seen, or out of scope.' },
  },
});

/** Declares the answer to one asked id. */
@ObjectType('IdResolution', { description: '一个部门编号的解析结果。The answer to one asked id.' })
export class IdResolutionType implements IdResolution {
  @Field(() => Department, { description: '被问的部门。The office asked for.' })
  department!: string;

  @Field(() => SourceIdScalar, { description: '被问的编号。The id asked for.' })
  localId!: string;

  @Field(() => IdStatusEnum, { description: '下落。What became of it.' })
  status!: IdStatus;

  @Field(() => DepartmentGridType, {
    nullable: true,
    description: '该编号的网格；已停用时为 null。The unit of that id; null for a retired one.',
  })
  grid!: GridUnit | null;

  @Field(() => [GridLinkType], { description: '与全要素网格的关联。Its links to the all-elements grids.' })
  allElementsGrids!: readonly GridLink[];

  @Field(() => [GridLinkType], {
    description: '与所问部门网格的关联，每层内从重到轻。Its links to the units asked for, heaviest first within each layer.',
  })
  links!: readonly GridLink[];

  @Field(() => [CoverageType], { description: '每个所问图层的覆盖情况。How each layer asked for covers it.' })
  coverage!: readonly CoverageValue[];

  @Field(() => [GridLinkType], {
    description:
      '已停用编号当日的后继，从重到轻，可跨多步沿革。For a retired id: what took its place on that day, through several steps, heaviest first.',
  })
  successors!: readonly GridLink[];
}
