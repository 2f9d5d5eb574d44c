import { ArgsType, Field, InputType } from 'type-graphql';

import { DatedPageArgs } from '../../../graphql/args/page.args.js';
import { DivisionCodeScalar, SourceIdScalar } from '../../../graphql/scalars.js';

/** Declares the conditions on time limits. */
@InputType('TimeLimitFilter', { description: '对时限的条件，须同时满足。Conditions on time limits, all of which must hold.' })
export class TimeLimitFilter {
  @Field(() => [String], { nullable: true, description: '程序是其中之一。The procedure is one of these.' })
  procedure?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: '环节是其中之一。The clock is one of these.' })
  clock?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: '类别标准。The standard of the category.' })
  standard?: string | null;

  @Field(() => String, { nullable: true, description: '类别种类。The kind of the category.' })
  kind?: string | null;

  @Field(() => [SourceIdScalar], {
    nullable: true,
    description: '类别代码是其中之一，按字面。The row names one of these codes of categories.',
  })
  category?: readonly string[] | null;

  @Field(() => [DivisionCodeScalar], { nullable: true, description: '行政区划是其中之一，按字面。The row names one of these divisions.' })
  division?: readonly string[] | null;
}

/** Declares what a list of time limits is asked by. */
@ArgsType()
export class TimeLimitsArgs extends DatedPageArgs {
  @Field(() => TimeLimitFilter, { nullable: true, description: '条件。Conditions.' })
  where?: TimeLimitFilter | null;
}
