import { ArgsType, Field } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { DataClass } from '../../../kernel/scope.js';
import { DataClassEnum } from './sharing-grant.type.js';

/** Declares what a list of grants is asked by. */
@ArgsType()
export class SharingGrantsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: '提供方。The owner.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: '使用方。With whom.' })
  to?: string | null;

  @Field(() => DataClassEnum, { nullable: true, description: '数据类。The class of data.' })
  dataClass?: DataClass | null;

  @Field(() => DateScalar, { nullable: true, description: '此日有效；默认不论何日。In force on this day; of any day when left out.' })
  at?: string | null;
}
