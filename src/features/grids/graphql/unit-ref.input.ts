import { Field, InputType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { UnitRef } from '../unit-ref.js';

/** Declares a unit by the id that its keeper gives it. */
@InputType('UnitRefInput', {
  description: '一个网格：某部门的，或全市的（department 不填）。A unit: an office’s, or the city’s own where department is left out.',
})
export class UnitRefInput {
  @Field(() => Department, { nullable: true, description: '部门；全要素网格不填。The office; left out for an all-elements grid.' })
  department?: string | null;

  @Field(() => SourceIdScalar, {
    description: '部门自己的编号，或全要素网格编码。The office’s own id, or the code of an all-elements grid.',
  })
  localId!: string;

  @Field(() => LayerKeyScalar, {
    nullable: true,
    description: '图层；不给则在该部门全部图层中找。The layer; all of the office’s are searched when left out.',
  })
  layer?: string | null;
}

/** What an input names, with nothing left open. */
export function unitRefOf({ department, localId, layer }: UnitRefInput): UnitRef {
  return { department: department ?? null, localId, layer: layer ?? null };
}
