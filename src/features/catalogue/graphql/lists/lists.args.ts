import { ArgsType, Field, Int } from 'type-graphql';

import { InstantArgs } from '../../../../graphql/args/instant.args.js';
import { PageArgs } from '../../../../graphql/args/page.args.js';
import { DateTimeScalar } from '../../../../graphql/scalars.js';
import type { ListKind } from '../../list.js';
import { ListKindEnum } from './list-edition.type.js';

/** Declares what the editions of a list are asked by. */
@ArgsType()
export class EditionsArgs extends PageArgs {
  @Field(() => ListKindEnum, { description: '哪种清单。Which list.' })
  kind!: ListKind;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '按平台当时所知；默认现在。As the platform knew it at that instant; now when left out.',
  })
  knownAt?: Date | null;
}

/** Declares what one edition is asked by. */
@ArgsType()
export class ListArgs extends InstantArgs {
  @Field(() => ListKindEnum, { description: '哪种清单。Which list.' })
  kind!: ListKind;

  @Field(() => Int, {
    nullable: true,
    description: '第几版；默认按日取施行中的一版。Which edition; by the day, the one in force, when left out.',
  })
  edition?: number | null;
}
