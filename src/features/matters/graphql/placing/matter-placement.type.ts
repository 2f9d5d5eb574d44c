import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

import { GridType } from '../../../grids/graphql/index.js';
import type { GridUnit } from '../../../grids/index.js';
import { type PlacedBy, placedBy } from '../../ports.js';

/** The enum `PlacedBy`. */
export const PlacedByEnum = Object.fromEntries(placedBy.map((word) => [word, word])) as Readonly<Record<PlacedBy, PlacedBy>>;

registerEnumType(PlacedByEnum, {
  name: 'PlacedBy',
  description: '落格依据。What a place was found by.',
  valuesConfig: {
    POINT: { description: '点落面。The point of the matter.' },
    OWN_UNIT: { description: '登记部门所指的网格。The unit that its own office named.' },
    CROSSWALK: { description: '经对照关系，权重见 weight。The links of that unit; weight tells how sure it is.' },
  },
});

/** What {@link MatterPlacementType} shows. */
export interface MatterPlacementValue {
  readonly grid: GridUnit;
  readonly weight: number;
  readonly by: PlacedBy;
}

/** Declares a unit that a matter was placed in. */
@ObjectType('MatterPlacement', { description: '事项所落的一个网格。A unit that a matter was placed in.' })
export class MatterPlacementType implements MatterPlacementValue {
  @Field(() => GridType, {
    description: '网格；已停用的按其最后一日显示。The unit; one that is no longer in force as it was on its last day.',
  })
  grid!: GridUnit;

  @Field(() => Float, { description: '权重，0 到 1；按点落面或登记部门所指时为 1。0 to 1; 1 by point and by its own office’s word.' })
  weight!: number;

  @Field(() => PlacedByEnum, { description: '落格依据。What it was found by.' })
  by!: PlacedBy;
}
