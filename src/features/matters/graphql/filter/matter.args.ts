import { ArgsType, Field } from 'type-graphql';

import { PageArgs } from '../../../../graphql/args/page.args.js';
import { Department } from '../../../../graphql/department.js';
import { SourceIdScalar } from '../../../../graphql/scalars.js';
import { MatterFilter, MatterOrder } from './matter-filter.input.js';

/** Declares what one matter is asked by. */
@ArgsType()
export class MatterArgs {
  @Field(() => Department, {
    nullable: true,
    description: '登记部门；平台上产生的事项不填。The office of the register; left out for a matter born on the platform.',
  })
  department?: string | null;

  @Field(() => SourceIdScalar, { description: '登记方的编号。Its id in that register.' })
  localId!: string;
}

/** Declares what the matters of a unit are asked by. */
@ArgsType()
export class MattersOfUnitArgs extends PageArgs {
  @Field(() => MatterFilter, { nullable: true, description: '条件。Conditions.' })
  where?: MatterFilter | null;
}

/** Declares what a list of matters is asked by. */
@ArgsType()
export class MattersArgs extends MattersOfUnitArgs {
  @Field(() => [MatterOrder], { nullable: true, description: '排序；默认最新在前。The sort; newest first when left out.' })
  orderBy?: readonly MatterOrder[] | null;
}
