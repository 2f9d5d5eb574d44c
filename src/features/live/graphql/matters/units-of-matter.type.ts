import { Field, Float, ObjectType } from 'type-graphql';

import { LayerKeyScalar } from '../../../../graphql/scalars.js';
import type { LayerKey } from '../../../../kernel/ids.js';
import { MatterPlacementType, type MatterPlacementValue } from '../../../matters/graphql/index.js';

/** What {@link UnitsOfMatterType} shows. */
export interface UnitsOfMatterValue {
  readonly layer: LayerKey;
  readonly placements: readonly MatterPlacementValue[];
}

/** Declares where a matter lies in one layer. */
@ObjectType('UnitsOfMatter', {
  description:
    '事项在某一图层中的位置：各权重之和 + unplaced − doubleCover = 1。Where a matter lies in one layer: the sum of its weights + unplaced − doubleCover = 1.',
})
export class UnitsOfMatterType {
  @Field(() => LayerKeyScalar, { description: '图层。The layer.' })
  layer!: LayerKey;

  @Field(() => [MatterPlacementType], { description: '所落网格及权重与依据，重者在前。The units, the heaviest first.' })
  placements!: readonly MatterPlacementValue[];

  @Field(() => Float, {
    description:
      '未归入此图层任何网格的份额：该处无网格，或经对照关系不足一半而不归。The share that lies in no unit of the layer: none is there, or too little of it by the crosswalk to say so.',
  })
  unplaced!: number;

  @Field(() => Float, {
    description: '因图层自身重叠而重复计入的份额。The share that is counted more than once, as the layer overlaps itself.',
  })
  doubleCover!: number;
}

/** Makes the weights of a matter in one layer add up. */
export function unitsOfMatter({ layer, placements }: UnitsOfMatterValue): UnitsOfMatterType {
  const sum = placements.reduce((total, { weight }) => total + weight, 0);
  const heaviestFirst = placements.toSorted((one, other) => other.weight - one.weight);
  return { layer, placements: heaviestFirst, unplaced: Math.max(0, 1 - sum), doubleCover: Math.max(0, sum - 1) };
}
