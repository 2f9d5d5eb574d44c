import { Field, Int, ObjectType } from 'type-graphql';

import { DateTimeScalar } from '../../../../graphql/scalars.js';
import { LimitUnitEnum } from '../../../clocks/graphql/index.js';
import type { LimitUnit } from '../../../clocks/index.js';
import { LightEnum } from '../../../matters/graphql/index.js';
import type { Light } from '../../../matters/index.js';

/** Declares a round of a clock of a matter. */
@ObjectType('MatterClock', { description: '事项的一个时钟（一轮）。A round of a clock of a matter.' })
export class MatterClockType {
  @Field(() => String, { description: '时钟，如 REVIEW、HANDLING。The clock, e.g. REVIEW or HANDLING.' })
  kind!: string;

  @Field(() => Int, { description: '第几轮，从 1 起。The round, from 1.' })
  round!: number;

  @Field(() => DateTimeScalar, { description: '起算时刻。When it started.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: '期限；暂停中的为暂停时的期限。When it is due; of one that rests, as it stood when it was paused.',
  })
  dueAt!: Date;

  @Field(() => LightEnum, { description: '灯；豁免不改灯。Its light; an exemption leaves it as it is.' })
  light!: Light;

  @Field(() => DateTimeScalar, { nullable: true, description: '自何时暂停。Since when it rests; null while it does not.' })
  pausedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '何时停。When it was stopped; null while it is not.' })
  stoppedAt!: Date | null;

  @Field(() => Int, { description: '延期几次。How often it was extended.' })
  extended!: number;

  @Field(() => Boolean, { description: '逾期是否经申诉豁免。Whether its overdue mark was exempted on appeal.' })
  exempt!: boolean;

  @Field(() => Int, { description: '时限数量。The amount of its limit.' })
  limitAmount!: number;

  @Field(() => LimitUnitEnum, { description: '时限单位。The unit of its limit.' })
  limitUnit!: LimitUnit;

  @Field(() => String, { nullable: true, description: '时限依据。The law or document that gave the limit.' })
  limitSource!: string | null;
}
