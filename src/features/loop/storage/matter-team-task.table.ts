import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { teamLevels, type TeamTask } from '../teams/team-task.js';

/** The table `matter_team_task`: what each organisation does in the joint team that a matter has now. */
export const matterTeamTaskTable = new EntitySchema<TeamTask>({
  name: 'matter_team_task',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_team_task_matter_id_fkey', onDelete: 'CASCADE' },
    },
    organisationUuid: { name: 'organisation_id', type: 'uuid', primary: true },
    level: { type: 'text' },
    task: { type: 'text' },
    since: { type: 'timestamptz' },
  },
  checks: [{ name: 'matter_team_task_level_check', expression: oneOf('level', teamLevels) }],
});
