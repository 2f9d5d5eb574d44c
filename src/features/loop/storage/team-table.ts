import { Parameters } from '../../../database/parameters.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterSight } from '../../matters/index.js';
import type { TeamReadModel, TeamStore } from '../teams/ports.js';
import type { TeamTask } from '../teams/team-task.js';

/** The joint teams in the city index. */
export class TeamTable implements TeamStore, TeamReadModel {
  readonly #sql: Sql;
  readonly #sight: MatterSight;

  constructor(sql: Sql, sight: MatterSight) {
    this.#sql = sql;
    this.#sight = sight;
  }

  async replace(sql: Sql, matterUuid: string, tasks: readonly TeamTask[]): Promise<void> {
    await sql.query('delete from matter_team_task where matter_id = $1', [matterUuid]);
    await sql.query(
      `insert into matter_team_task (matter_id, organisation_id, level, task, since)
       select $1, member.*, $2 from unnest($3::uuid[], $4::text[], $5::text[]) member`,
      [matterUuid, tasks[0]!.since, ...columnsOf(tasks)],
    );
  }

  teamsOf(scope: Scope, matterUuids: readonly string[]): Promise<readonly TeamTask[]> {
    const parameters = new Parameters();
    return this.#sql.query<TeamTask>(
      `select team.matter_id as "matterUuid", team.organisation_id as "organisationUuid", team.level, team.task, team.since
         from matter_team_task team join matter on matter.id = team.matter_id
        where matter.id = any(${parameters.add(matterUuids)}::uuid[]) and ${this.#sight(scope, {}, parameters)}
        order by team.matter_id, array_position(array['COUNTY', 'TOWNSHIP', 'GRID'], team.level), team.organisation_id`,
      parameters.values,
    );
  }
}

function columnsOf(tasks: readonly TeamTask[]): readonly unknown[] {
  return [tasks.map(({ organisationUuid }) => organisationUuid), tasks.map(({ level }) => level), tasks.map(({ task }) => task)];
}
