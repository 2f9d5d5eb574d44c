import { Field, InputType } from 'type-graphql';

import { SourceIdScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import type { TeamLevel, TeamMember } from '../../teams/team-task.js';
import { StepInput } from './step.input.js';

/** Declares a whistle. */
@InputType('BlowWhistleInput', { description: '吹哨。A whistle, which calls several organisations together.' })
export class BlowWhistleInput extends StepInput {
  @Field(() => [SourceIdScalar], {
    description: '应哨组织的代码，至少两个；第一个牵头。Codes of the organisations called, at least two; the first leads.',
  })
  organisations!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: '立案条件，决定时限；见 timeLimits。The condition that picks the limit; see timeLimits.',
  })
  condition?: string | null;
}

/** The enum `TeamLevel`. */
export const TeamLevelEnum = wordEnum<TeamLevel>({
  name: 'TeamLevel',
  description: '联动小组的层级。A level of a joint team.',
  words: { COUNTY: '区（县、市）级。County level.', TOWNSHIP: '街道（乡镇）级。Township level.', GRID: '网格级。Grid level.' },
});

/** Declares a member of a joint team. */
@InputType('JointTeamMemberInput', { description: '联动小组的一个成员。A member of a joint team.' })
export class JointTeamMemberInput implements TeamMember {
  @Field(() => SourceIdScalar, { description: '组织代码。A code of the organisation.' })
  organisation!: string;

  @Field(() => TeamLevelEnum, { description: '层级。Its level.' })
  level!: TeamLevel;

  @Field(() => String, {
    description:
      '任务，1–200 字，不得含个人信息；密封事项不存其文。Its task, 1 to 200 characters that name no person; of a sealed matter not kept.',
  })
  task!: string;
}

/** Declares the forming of a joint team. */
@InputType('FormJointTeamInput', { description: '组建三级联动小组，取代原有小组。A joint team, in the place of an earlier one.' })
export class FormJointTeamInput extends StepInput {
  @Field(() => [JointTeamMemberInput], { description: '成员，至少两个层级。The members, of at least two levels.' })
  members!: readonly JointTeamMemberInput[];
}
