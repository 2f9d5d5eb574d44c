import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { ElementType } from '../../elements/graphql/index.js';
import type { Element } from '../../elements/index.js';
import type { GridModel } from '../grid-model.js';
import type { GridUnit } from '../grid-model.js';
import { AllElementsGridType } from './all-elements-grid.type.js';
import { DepartmentGridType } from './department-grid.type.js';

type Context = RequestContext<GridModel>;

/** Adds to every element the grids that it stands in. */
@Resolver(() => ElementType)
export class ElementGridResolver {
  @FieldResolver(() => AllElementsGridType, { nullable: true, description: '所在全要素网格。The all-elements grid it stands in.' })
  grid(@Root() element: Element, @Ctx() { model }: Context): GridUnit | null {
    return element.gridUuid === null ? null : model.unitByUuid(element.gridUuid);
  }

  @FieldResolver(() => DepartmentGridType, {
    nullable: true,
    description: '所在某部门的网格（主图层）。The unit of an office that it stands in (primary layer).',
  })
  departmentGrid(
    @Root() element: Element,
    @Arg('department', () => Department, { description: '部门。The office.' }) department: string,
    @Ctx() { model }: Context,
  ): GridUnit | null {
    if (element.longitude === null || element.latitude === null) return null;
    return model.locate(element.longitude, element.latitude).find((unit) => unit.department === department && unit.layer.primary) ?? null;
  }
}
