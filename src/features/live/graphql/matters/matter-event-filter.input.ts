import { Field, InputType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { DivisionFilter } from '../../../../graphql/inputs/division-filter.js';
import { GridCodeScalar, SourceIdScalar } from '../../../../graphql/scalars.js';
import { CategoryInput } from '../../../categories/graphql/index.js';
import { LightEnum, MatterSourceEnum, MatterStateEnum, UnitOfOfficeInput } from '../../../matters/graphql/index.js';
import type { Light, MatterSource, MatterState } from '../../../matters/index.js';
import { AreaInput } from '../area.input.js';

/** Declares who must be responsible. */
@InputType('ResponsibleFilter', {
  description:
    '现责任组织（主办或协办），须有一个组织满足全部各项。Who is responsible now, as lead or as supporter: one organisation that all of this holds for.',
})
export class ResponsibleFilter {
  @Field(() => [SourceIdScalar], {
    nullable: true,
    description: '组织代码是其中之一，至多 50 个；无此组织则拒绝。Has one of these codes, at most 50; a code that nobody has is refused.',
  })
  organisation?: readonly string[] | null;

  @Field(() => [Department], { nullable: true, description: '代表其中一个部门。Represents one of these offices.' })
  department?: readonly string[] | null;
}

/** Declares which changes of matters are wanted. */
@InputType('MatterEventFilter', {
  description:
    '要哪些事项变更，按投递时的事项判断，各项须同时满足；离开条件的变更不投递。Which changes of matters are wanted, told by the matter as it is at delivery; all must hold, and a change by which a matter leaves the conditions is not delivered.',
})
export class MatterEventFilter {
  @Field(() => [Department], { nullable: true, description: '登记部门是其中之一。The register is one of these offices’.' })
  department?: readonly string[] | null;

  @Field(() => ResponsibleFilter, { nullable: true, description: '现责任组织。Who is responsible now.' })
  responsible?: ResponsibleFilter | null;

  @Field(() => DivisionFilter, { nullable: true, description: '所在行政区划。The division it lies in.' })
  division?: DivisionFilter | null;

  @Field(() => GridCodeScalar, { nullable: true, description: '所在全要素网格。The all-elements grid it lies in.' })
  grid?: string | null;

  @Field(() => [UnitOfOfficeInput], {
    nullable: true,
    description:
      '所在部门网格是其中之一，任何部门的编号均可；编号停用后，接替它的网格同样算在内，换界时投递 Rebase。Lies in one of these units, named by any office’s ids; of an id that nobody carries any more, the units that took its place count as well, and a change of their boundaries comes as a Rebase.',
  })
  unit?: readonly UnitOfOfficeInput[] | null;

  @Field(() => AreaInput, {
    nullable: true,
    description: '地点在此矩形内；无地点的与密封的事项不在其中。Its point lies in it; matters without one and sealed ones never do.',
  })
  area?: AreaInput | null;

  @Field(() => CategoryInput, { nullable: true, description: '类别。The category.' })
  category?: CategoryInput | null;

  @Field(() => [MatterStateEnum], { nullable: true, description: '公共状态是其中之一。The common state is one of these.' })
  state?: readonly MatterState[] | null;

  @Field(() => [LightEnum], { nullable: true, description: '投递时的灯是其中之一。Its light at delivery is one of these.' })
  light?: readonly Light[] | null;

  @Field(() => [MatterSourceEnum], { nullable: true, description: '来源是其中之一。Came in by one of these ways.' })
  source?: readonly MatterSource[] | null;
}
