import { ArgsType, Field, Float, ObjectType } from 'type-graphql';

import { PageArgs } from '../../../../graphql/args/page.args.js';
import { connectionType } from '../../../../graphql/connection.js';
import { DateTimeScalar } from '../../../../graphql/scalars.js';
import { MatterFilter, MatterType } from '../../../matters/graphql/index.js';
import type { Matter } from '../../../matters/index.js';

/** Declares two matters that may be the same. */
@ObjectType('DuplicateProposal', {
  description: '疑似重复，须由人认定。Two matters that may be the same one, which only a person decides.',
})
export class DuplicateProposalType {
  @Field(() => MatterType, { description: '后报的事项。The matter that was reported later.' })
  matter!: Matter;

  @Field(() => MatterType, { description: '先报的事项。The matter that was reported earlier.' })
  duplicateOf!: Matter;

  @Field(() => Float, {
    nullable: true,
    description:
      '两点间距离，米；一方无坐标而同在一个全要素网格时为 null。Metres between their points; null where one has no point and they lie in one all-elements grid.',
  })
  metres!: number | null;

  @Field(() => Float, { description: '两次上报相隔，小时。Hours between their reports.' })
  hours!: number;

  @Field(() => DateTimeScalar, { description: '提示时刻。When it was proposed.' })
  madeAt!: Date;
}

/** Declares a page of proposals. */
export const DuplicateProposalConnection = connectionType<DuplicateProposalType>(
  { name: 'DuplicateProposal', zh: '疑似重复', en: 'proposed duplicates' },
  () => DuplicateProposalType,
);

/** Declares what proposals are asked by. */
@ArgsType()
export class DuplicateProposalsArgs extends PageArgs {
  @Field(() => MatterFilter, { nullable: true, description: '两件之一须满足的条件。Conditions that one of the two must meet.' })
  where?: MatterFilter | null;
}
