import { Field, Float, ObjectType } from 'type-graphql';

import { DateTimeScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import { MatterType } from '../../../matters/graphql/index.js';
import type { Matter } from '../../../matters/index.js';
import type { MatterLink, MatterLinkKind } from '../../links/matter-link.js';

/** The enum `MatterLinkKind`. */
export const MatterLinkKindEnum = wordEnum<MatterLinkKind>({
  name: 'MatterLinkKind',
  description: '事项之间的关系。What links two matters.',
  words: {
    DUPLICATE: '重复事项。The same matter once more.',
    REOPENS: '重开自已结事项。Takes up again a matter that was closed.',
    TICKET: '热线工单与其事项。A ticket of the hotline and its matter.',
    RELATED: '相关。They belong together.',
  },
});

/** Declares a link as one of its matters shows it. */
@ObjectType('MatterLink', { description: '与另一事项的关联。A link to another matter.' })
export class MatterLinkType implements Pick<MatterLink, 'kind' | 'metres' | 'hours' | 'madeAt' | 'decidedAt'> {
  @Field(() => MatterLinkKindEnum, { description: '关系。What links them.' })
  kind!: MatterLinkKind;

  @Field(() => MatterType, { description: '另一事项。The other matter.' })
  matter!: Matter;

  @Field(() => Boolean, {
    description:
      '另一事项是否为被指向者：并入的、被重开的、先报的。Whether the link points to the other: merged into it, reopening it, reported after it.',
  })
  pointsToOther!: boolean;

  @Field(() => Float, { nullable: true, description: '两点间距离，米。Metres between their points.' })
  metres!: number | null;

  @Field(() => Float, { nullable: true, description: '两次上报相隔，小时。Hours between their reports.' })
  hours!: number | null;

  @Field(() => DateTimeScalar, { description: '建立时刻。When the link was made or proposed.' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '由人确认的时刻。When a person decided.' })
  decidedAt!: Date | null;
}

/** A link as one of its matters shows it. */
export type ShownLink = Pick<MatterLinkType, 'kind' | 'matter' | 'pointsToOther' | 'metres' | 'hours' | 'madeAt' | 'decidedAt'>;
