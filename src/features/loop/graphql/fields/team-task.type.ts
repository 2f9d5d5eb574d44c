import { Field, ObjectType } from 'type-graphql';

import { DateTimeScalar } from '../../../../graphql/scalars.js';
import type { TeamLevel, TeamTask } from '../../teams/team-task.js';
import { TeamLevelEnum } from '../steps/whistle.input.js';

/** Declares the part of an organisation in a joint team. */
@ObjectType('TeamTask', { description: '某组织在联动小组中的任务。The part of an organisation in a joint team.' })
export class TeamTaskType implements Omit<TeamTask, 'matterUuid' | 'organisationUuid'> {
  @Field(() => TeamLevelEnum, { description: '层级。Its level.' })
  level!: TeamLevel;

  @Field(() => String, { description: '任务。Its task.' })
  task!: string;

  @Field(() => DateTimeScalar, { description: '小组何时组建。When the team was formed.' })
  since!: Date;
}
