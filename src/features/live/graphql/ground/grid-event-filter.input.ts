import { Field, InputType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { DivisionFilter } from '../../../../graphql/inputs/division-filter.js';
import { LayerKeyScalar } from '../../../../graphql/scalars.js';
import { UnitRefInput } from '../../../grids/graphql/index.js';
import type { GridEventKind } from '../../ground/grid-event.js';
import { AreaInput } from '../area.input.js';
import { GridEventKindEnum } from './grid-event.type.js';

/** Declares which changes of the ground are wanted. */
@InputType('GridEventFilter', {
  description:
    '要哪些网格、关联与区划变更，各项须由同一网格同时满足；取代或被取代的网格满足亦可；全量计算的 CROSSWALK_PUBLISHED 与网格条件无关，一律投递。Which changes are wanted; one unit must meet all conditions, be it the changed one, one that replaced it or one that it came from; a CROSSWALK_PUBLISHED of every unit comes whatever is asked of units.',
})
export class GridEventFilter {
  @Field(() => [Department], { nullable: true, description: '网格的部门是其中之一。The unit is one of these offices’.' })
  department?: readonly string[] | null;

  @Field(() => [LayerKeyScalar], { nullable: true, description: '网格的图层是其中之一。The unit is of one of these layers.' })
  layer?: readonly string[] | null;

  @Field(() => DivisionFilter, {
    nullable: true,
    description: '网格所在的区划，或有变更的区划。The division that the unit lies in, or that changed.',
  })
  division?: DivisionFilter | null;

  @Field(() => [UnitRefInput], {
    nullable: true,
    description:
      '网格是其中之一，任何部门的编号均可，已停用的亦可。The unit is one of these, named by any office’s ids, those no longer in force too.',
  })
  unit?: readonly UnitRefInput[] | null;

  @Field(() => [GridEventKindEnum], { nullable: true, description: '变更种类是其中之一。What happened is one of these.' })
  kind?: readonly GridEventKind[] | null;

  @Field(() => AreaInput, {
    nullable: true,
    description:
      '新旧界线的外接矩形与此矩形相交的网格；无界线的网格不在任何矩形内，区划按其全要素网格。Units the bounding box of whose old or new boundary meets this one; units without boundary are in none, divisions are where their all-elements grids are.',
  })
  area?: AreaInput | null;
}
