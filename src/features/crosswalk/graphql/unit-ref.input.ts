import { Field, InputType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { UnitRef } from '../resolve/unit-ref.js';

/** Declares a unit as a question names it: an office's, or one of the city's grids. */
@InputType('UnitRefInput', {
  description:
    '指明一个网格：部门的，或全市的（不写部门）。Names a unit: an office’s, or one of the city’s grids where the office is left out.',
})
export class UnitRefInput {
  @Field(() => Department, {
    nullable: true,
    description: '部门；不写即全要素网格。The office; the city’s own grids when left out.',
  })
  department?: string | null;

  @Field(() => SourceIdScalar, { description: '部门自己的编号或全要素网格编码。The office’s own id, or the code of an all-elements grid.' })
  localId!: string;

  @Field(() => LayerKeyScalar, {
    nullable: true,
    description:
      '图层；不写则在该部门全部图层中找，两处命中即拒绝。The layer; all of the office’s when left out, and two hits are refused.',
  })
  layer?: string | null;
}

/** The reference that an input means. */
export function unitRefOf({ department, localId, layer }: UnitRefInput): UnitRef {
  return { department: department ?? null, localId, layer: layer ?? null };
}
