import { ArgsType, Field } from 'type-graphql';

import { DateScalar, DateTimeScalar } from '../scalars.js';

/** Declares the two clocks that a question may be asked by. */
@ArgsType()
export class InstantArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: '按哪一天；默认今天（城市时区）。As of which day; today in the city’s time zone when left out.',
  })
  at?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '按平台当时所知；默认现在。As the platform knew it at that instant; now when left out.',
  })
  knownAt?: Date | null;
}
