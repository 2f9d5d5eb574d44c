import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holds the tasks of joint teams, and the hashes of the codes by which residents confirm results. */
export class CreateTeamTasksAndCodes1795000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table matter_team_task (
         matter_id uuid not null constraint matter_team_task_matter_id_fkey references matter on delete cascade, organisation_id uuid not null,
         level text not null constraint matter_team_task_level_check check (level in ('COUNTY', 'TOWNSHIP', 'GRID')),
         task text not null, since timestamptz not null, constraint matter_team_task_pkey primary key (matter_id, organisation_id))`,
    );
    await runner.query(
      `create table confirmation_code (
         matter_id uuid not null constraint confirmation_code_matter_id_fkey references matter on delete cascade, version integer not null,
         code_hash text not null, expires_at timestamptz not null, tries integer not null default 0, used_at timestamptz,
         constraint confirmation_code_pkey primary key (matter_id))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table confirmation_code');
    await runner.query('drop table matter_team_task');
  }
}
