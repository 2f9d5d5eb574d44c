import { ArgsType, Field } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import { DatedPageArgs } from '../../../graphql/args/page.args.js';
import { Department } from '../../../graphql/department.js';
import { GridCodeScalar, LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { GridFilter, GridOrder } from './grid-filter.input.js';

/** Declares what one all-elements grid is asked by. */
@ArgsType()
export class AllElementsGridArgs extends InstantArgs {
  @Field(() => GridCodeScalar, { description: '网格编码。The code of the grid.' })
  code!: string;
}

/** Declares what one grid of an office is asked by. */
@ArgsType()
export class DepartmentGridArgs extends InstantArgs {
  @Field(() => Department, { description: '部门。The office.' })
  department!: string;

  @Field(() => SourceIdScalar, { description: '部门自己的编号。The office’s own id.' })
  localId!: string;

  @Field(() => LayerKeyScalar, {
    nullable: true,
    description: '图层；不给则在该部门全部图层中找。The layer; all of the office’s when left out.',
  })
  layer?: string | null;
}

/** Declares what a list of all-elements grids is asked by. */
@ArgsType()
export class AllElementsGridsArgs extends DatedPageArgs {
  @Field(() => GridFilter, { nullable: true, description: '条件。Conditions.' })
  where?: GridFilter | null;

  @Field(() => [GridOrder], { nullable: true, description: '排序；默认按编号。The sort; by id when left out.' })
  orderBy?: readonly GridOrder[] | null;
}

/** Declares what a list of an office's grids is asked by. */
@ArgsType()
export class DepartmentGridsArgs extends AllElementsGridsArgs {
  @Field(() => Department, { description: '部门。The office.' })
  department!: string;

  @Field(() => LayerKeyScalar, { nullable: true, description: '图层；默认主图层。The layer; the office’s primary one when left out.' })
  layer?: string | null;
}
