import { Field, InputType } from 'type-graphql';

import { DivisionCodeScalar } from '../scalars.js';

/** Declares the conditions on a division. */
@InputType('DivisionFilter', { description: '对所属行政区划的条件。Conditions on the division that something belongs to.' })
export class DivisionFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: '正是此区划。Is exactly this division.' })
  eq?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '在此区划之内（含自身）。Lies within this division, itself included.' })
  within?: string | null;
}
