import { Field, InputType, registerEnumType } from 'type-graphql';

import { DivisionFilter } from '../../../graphql/inputs/division-filter.js';
import { meetsTree } from '../../../graphql/inputs/filter-tree.js';
import { NumberFilter, numberMeets } from '../../../graphql/inputs/number-filter.js';
import { SortDirection } from '../../../graphql/inputs/sort-direction.js';
import { TextFilter, textMeets } from '../../../graphql/inputs/text-filter.js';
import type { GridUnit } from '../grid-model.js';

/** Declares the conditions on grids, of an office or of the city. */
@InputType('GridFilter', { description: '对网格的条件，同层的各项须同时满足。Conditions on grids; those side by side must all hold.' })
export class GridFilter {
  @Field(() => [GridFilter], { nullable: true, description: '全部满足。All of these hold.' })
  and?: readonly GridFilter[] | null;

  @Field(() => [GridFilter], { nullable: true, description: '至少一项满足。At least one of these holds.' })
  or?: readonly GridFilter[] | null;

  @Field(() => GridFilter, { nullable: true, description: '不满足。This does not hold.' })
  not?: GridFilter | null;

  @Field(() => TextFilter, {
    nullable: true,
    description: '编号（全要素网格即网格编码）。The local id; for all-elements grids their code.',
  })
  localId?: TextFilter | null;

  @Field(() => TextFilter, { nullable: true, description: '名称。The name.' })
  name?: TextFilter | null;

  @Field(() => DivisionFilter, { nullable: true, description: '所属行政区划。The division it belongs to.' })
  division?: DivisionFilter | null;

  @Field(() => NumberFilter, { nullable: true, description: '户数。The number of households.' })
  households?: NumberFilter | null;

  @Field(() => NumberFilter, { nullable: true, description: '面积，平方米。The area in square metres.' })
  areaM2?: NumberFilter | null;
}

/** What grids may be sorted by. */
export enum GridOrderField {
  LOCAL_ID = 'LOCAL_ID',
  NAME = 'NAME',
  AREA = 'AREA',
  HOUSEHOLDS = 'HOUSEHOLDS',
}

registerEnumType(GridOrderField, {
  name: 'GridOrderField',
  description: '网格可按什么排序。What grids may be sorted by.',
  valuesConfig: {
    LOCAL_ID: { description: '编号。The local id.' },
    NAME: { description: '名称。The name.' },
    AREA: { description: '面积。The area.' },
    HOUSEHOLDS: { description: '户数。The number of households.' },
  },
});

/** Declares one key of a sort of grids. */
@InputType('GridOrder', { description: '网格的一个排序键。One key of a sort of grids.' })
export class GridOrder {
  @Field(() => GridOrderField, { description: '按什么排序。What to sort by.' })
  field!: GridOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: '方向。The direction.' })
  direction!: SortDirection;
}

/** Whether a unit meets a filter. */
export function gridMeets(filter: GridFilter, unit: GridUnit): boolean {
  return meetsTree(filter, (own) => meetsOwn(own, unit));
}

function meetsOwn(filter: GridFilter, unit: GridUnit): boolean {
  return (
    textMeets(filter.localId, unit.localId) &&
    textMeets(filter.name, unit.name) &&
    numberMeets(filter.households, unit.households) &&
    numberMeets(filter.areaM2, unit.areaM2) &&
    divisionMeets(filter.division, unit)
  );
}

function divisionMeets(filter: DivisionFilter | null | undefined, unit: GridUnit): boolean {
  if (!filter) return true;
  if (unit.divisionCode === null) return false;
  if (filter.eq != null && unit.divisionCode !== filter.eq) return false;
  return filter.within == null || unit.model.divisions.pathOf(unit.divisionCode).some((division) => division.code === filter.within);
}
