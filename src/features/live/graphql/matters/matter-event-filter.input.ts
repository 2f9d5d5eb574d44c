import { Field, InputType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { DivisionFilter } from '../../../../graphql/inputs/division-filter.js';
import { GridCodeScalar } from '../../../../graphql/scalars.js';
import { CategoryInput } from '../../../categories/graphql/index.js';
import { LightEnum, MatterStateEnum, UnitOfOfficeInput } from '../../../matters/graphql/index.js';
import type { Light, MatterState } from '../../../matters/index.js';

/** Declares which changes of matters are wanted. */
@InputType('MatterEventFilter', {
  description:
    '要哪些事项变更，按投递时的事项判断，各项须同时满足；离开条件的变更不投递。Which changes of matters are wanted, told by the matter as it is at delivery; all must hold, and a change by which a matter leaves the conditions is not delivered.',
})
export class MatterEventFilter {
  @Field(() => [Department], { nullable: true, description: '登记部门是其中之一。The register is one of these offices’.' })
  department?: readonly string[] | null;

  @Field(() => DivisionFilter, { nullable: true, description: '所在行政区划。The division it lies in.' })
  division?: DivisionFilter | null;

  @Field(() => GridCodeScalar, { nullable: true, description: '所在全要素网格。The all-elements grid it lies in.' })
  grid?: string | null;

  @Field(() => UnitOfOfficeInput, { nullable: true, description: '所在部门网格。The office’s unit it lies in.' })
  unit?: UnitOfOfficeInput | null;

  @Field(() => CategoryInput, { nullable: true, description: '类别。The category.' })
  category?: CategoryInput | null;

  @Field(() => [MatterStateEnum], { nullable: true, description: '公共状态是其中之一。The common state is one of these.' })
  state?: readonly MatterState[] | null;

  @Field(() => [LightEnum], { nullable: true, description: '投递时的灯是其中之一。Its light at delivery is one of these.' })
  light?: readonly Light[] | null;
}
