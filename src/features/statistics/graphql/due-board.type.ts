import { Field, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { LightEnum, MatterType } from '../../matters/graphql/index.js';
import type { Matter } from '../../matters/index.js';
import type { DueMatter } from '../board/due-matter.js';

/** Declares a matter on the due board; its lead is added by a resolver. */
@ObjectType('DueMatter', { description: '超期或将到期的在办事项。An open matter whose deadline has passed or draws near.' })
export class DueMatterType implements DueMatter {
  @Field(() => MatterType, { description: '事项。The matter.' })
  matter!: Matter;

  @Field(() => DateTimeScalar, { description: '期限。Its deadline.' })
  dueAt!: Date;

  @Field(() => LightEnum, { description: '灯：红或黄。The light, red or yellow.' })
  light!: 'YELLOW' | 'RED';

  @Field(() => Int, { description: '剩余秒数，超期为负。Seconds until the deadline, negative since it passed.' })
  secondsLeft!: number;

  @Field(() => String, {
    nullable: true,
    description:
      '给出期限的时钟，如 HANDLING；部门自给期限时为 null。The clock that gives the deadline, such as HANDLING; null where the office gave it.',
  })
  clock!: string | null;
}

/** Declares a page of the due board. */
export const DueMatterConnection = connectionType<DueMatter>(
  { name: 'DueMatter', zh: '将到期事项', en: 'due matters' },
  () => DueMatterType,
);
