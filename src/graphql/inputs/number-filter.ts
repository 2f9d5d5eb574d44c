import { Field, Float, InputType } from 'type-graphql';

/** Declares the conditions on a number. */
@InputType('NumberFilter', { description: '对数值的条件，同时满足。Conditions on a number, all of which must hold.' })
export class NumberFilter {
  @Field(() => Float, { nullable: true, description: '等于。Equals.' })
  eq?: number | null;

  @Field(() => Float, { nullable: true, description: '大于或等于。At least.' })
  gte?: number | null;

  @Field(() => Float, { nullable: true, description: '小于。Less than.' })
  lt?: number | null;
}

/** Whether a number meets the conditions; a missing number meets none but the empty filter. */
export function numberMeets(filter: NumberFilter | null | undefined, value: number | null): boolean {
  if (!filter) return true;
  if (filter.eq != null && value !== filter.eq) return false;
  if (filter.gte != null && (value === null || value < filter.gte)) return false;
  return filter.lt == null || (value !== null && value < filter.lt);
}
