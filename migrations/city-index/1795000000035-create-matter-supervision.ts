import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps supervisions (督办) and suspensions (挂账) of matters. */
export class CreateMatterSupervision1795000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table matter_supervision (
         matter_id uuid not null constraint matter_supervision_matter_id_fkey references matter on delete cascade, version integer not null,
         organisation_id uuid constraint matter_supervision_organisation_id_fkey references organisation (id),
         ordered_at timestamptz not null, due_at timestamptz not null, answered_at timestamptz, answered_version integer, told_at timestamptz,
         constraint matter_supervision_pkey primary key (matter_id, version))`,
    );
    await runner.query(
      `create index matter_supervision_unanswered on matter_supervision (due_at) where answered_at is null and told_at is null`,
    );
    await runner.query(
      `create table matter_suspension (
         matter_id uuid primary key constraint matter_suspension_matter_id_fkey references matter on delete cascade,
         since timestamptz not null, ends_at timestamptz not null, resumed_at timestamptz)`,
    );
    await runner.query(`create index matter_suspension_running on matter_suspension (ends_at) where resumed_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matter_suspension');
    await runner.query('drop table matter_supervision');
  }
}
