import { ArgsType, Field, InputType } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { UnitRefInput } from '../../grids/graphql/index.js';

/** Declares the conditions on decisions about links. */
@InputType('LinkDecisionFilter', {
  description: '对决定的条件，须同时满足。Conditions on decisions; all of them must hold.',
})
export class LinkDecisionFilter {
  @Field(() => UnitRefInput, { nullable: true, description: '涉及此网格。Names this unit, on either side.' })
  unit?: UnitRefInput | null;

  @Field(() => String, { nullable: true, description: '文号。The document number.' })
  documentNumber?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '现行（true）或已终止与撤回（false）。In force (true), or ended and withdrawals (false).',
  })
  inForce?: boolean | null;
}

/** Declares what a list of decisions is asked by. */
@ArgsType()
export class LinkDecisionsArgs extends PageArgs {
  @Field(() => LinkDecisionFilter, { nullable: true, description: '条件。The conditions.' })
  where?: LinkDecisionFilter | null;
}
