import { Field, InputType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { DivisionFilter } from '../../../../graphql/inputs/division-filter.js';
import { checkFilterLists } from '../../../../graphql/inputs/filter-lists.js';
import { SourceIdScalar } from '../../../../graphql/scalars.js';
import { ElementKindEnum } from '../../../elements/graphql/index.js';
import type { ElementKind } from '../../../elements/index.js';
import { UnitRefInput } from '../../../grids/graphql/index.js';
import type { ElementEventKind } from '../../elements/element-event.js';
import type { ElementEventConditions } from '../../elements/element-event-conditions.js';
import { AreaInput, areaOf } from '../area.input.js';
import { unitsAsked } from '../units-asked.js';
import { ElementEventKindEnum } from './element-event.type.js';

/** Declares which changes of elements are wanted. */
@InputType('ElementEventFilter', {
  description:
    '要哪些要素变更，按投递时的要素判断，各项须同时满足；离开条件的变更不投递。Which changes of elements are wanted, told by the element as it is at delivery; all must hold, and a change by which an element leaves the conditions is not delivered.',
})
export class ElementEventFilter {
  @Field(() => [Department], { nullable: true, description: '登记部门是其中之一。The register is one of these offices’.' })
  department?: readonly string[] | null;

  @Field(() => [ElementKindEnum], { nullable: true, description: '要素种类是其中之一。The kind of element is one of these.' })
  elementKind?: readonly ElementKind[] | null;

  @Field(() => [ElementEventKindEnum], { nullable: true, description: '变更种类是其中之一。What happened is one of these.' })
  kind?: readonly ElementEventKind[] | null;

  @Field(() => DivisionFilter, { nullable: true, description: '所在行政区划。The division it stands in.' })
  division?: DivisionFilter | null;

  @Field(() => [UnitRefInput], {
    nullable: true,
    description:
      '所在网格是其中之一，任何部门的编号均可；编号停用后，接替它的网格同样算在内；无位置的要素按其全要素网格，至少一半在其中。Stands in one of these units, named by any office’s ids; of an id that nobody carries any more, the units that took its place count as well; an element without a point stands where at least half of its all-elements grid does.',
  })
  unit?: readonly UnitRefInput[] | null;

  @Field(() => [SourceIdScalar], { nullable: true, description: '登记方编号是其中之一。The id in its register is one of these.' })
  sourceId?: readonly string[] | null;

  @Field(() => AreaInput, {
    nullable: true,
    description: '位置在此矩形内；无位置的不在其中。Its point lies in it; elements without one never do.',
  })
  area?: AreaInput | null;
}

/**
 * Turns the schema's filter into conditions, in one spelling: filters that want the same give equal conditions, and so share cursors.
 * Throws `BAD_USER_INPUT` for endless lists.
 */
export function conditionsOfElementFilter(filter: ElementEventFilter | null | undefined): ElementEventConditions {
  if (filter) checkFilterLists(filter);
  const { department, elementKind, kind, division, unit, sourceId, area } = filter ?? {};
  return {
    ...(department ? { departments: [...new Set(department)].sort() } : {}),
    ...(elementKind ? { elementKinds: [...new Set(elementKind)].sort() } : {}),
    ...(kind ? { kinds: [...new Set(kind)].sort() } : {}),
    ...(division?.eq != null ? { division: division.eq } : {}),
    ...(division?.within != null ? { withinDivision: division.within } : {}),
    ...(unit ? { units: unitsAsked(unit) } : {}),
    ...(sourceId ? { sourceIds: [...new Set(sourceId)].sort() } : {}),
    ...(area ? { area: areaOf(area) } : {}),
  };
}
