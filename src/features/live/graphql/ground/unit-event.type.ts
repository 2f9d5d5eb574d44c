import { Field, Float, ObjectType } from 'type-graphql';

import { DateScalar, IdScalar } from '../../../../graphql/scalars.js';
import { DivisionType } from '../../../divisions/graphql/index.js';
import { UnitOfRecordType } from '../../../lineage/graphql/index.js';
import { GridEventType } from './grid-event.type.js';

/** Declares a unit next to another in its lineage. */
@ObjectType('UnitShare', { description: '沿革上相邻的网格与份额。A unit next to another in its lineage, with the shares.' })
export class UnitShareType {
  @Field(() => UnitOfRecordType, { description: '网格。The unit.' })
  unit!: UnitOfRecordType;

  @Field(() => Float, { description: '旧网格归入新网格的份额。Share of the old unit that went to the new one.' })
  weight!: number;

  @Field(() => Float, { description: '新网格来自旧网格的份额。Share of the new unit that came from the old one.' })
  inverseWeight!: number;

  @Field(() => DateScalar, { description: '生效日（新状态的第一天）。The first day of the new state.' })
  effectiveOn!: string;
}

/** Declares a change of a unit. */
@ObjectType('UnitEvent', {
  implements: GridEventType,
  description:
    '一个网格新增、变更或停用，连同取代它的与它所来自的。A unit was added, changed or retired, with what replaced it and what it came from.',
})
export class UnitEventType extends GridEventType {
  @Field(() => UnitOfRecordType, {
    description:
      '网格的编号与名称以投递时为准；unit.grid 在当日无效时为 null，部门报送的变更自其后的 CROSSWALK_PUBLISHED 起才见于 unit.grid。The unit: its ids and name as at delivery; unit.grid is null where it is not in force today, and shows what an office’s feed changed from the CROSSWALK_PUBLISHED on that follows.',
  })
  unit!: UnitOfRecordType;

  @Field(() => DivisionType, { nullable: true, description: '变更后所在的区划。The division it lies in after the change.' })
  division!: DivisionType | null;

  @Field(() => DateScalar, { description: '变更自此日起有效。The first day on which the change holds.' })
  effectiveFrom!: string;

  @Field(() => IdScalar, {
    nullable: true,
    description: '所据调整方案；部门报送的为 null。The redraw that did it; null for what an office’s feed says.',
  })
  redrawId!: string | null;

  @Field(() => [UnitShareType], {
    description: '取代它或其一部分的网格，份额大者在前。What took its place or that of a part of it, heaviest first.',
  })
  successors!: readonly UnitShareType[];

  @Field(() => [UnitShareType], { description: '它所来自的网格，份额大者在前。What it came from, heaviest first.' })
  predecessors!: readonly UnitShareType[];
}
