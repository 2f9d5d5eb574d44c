import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holds what residents, townships and departments say of whom they dealt with: rates are counted from it. */
export class CreateMatterEvaluation1795000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table matter_evaluation (
         id uuid not null constraint matter_evaluation_pkey primary key,
         matter_id uuid not null constraint matter_evaluation_matter_id_fkey references matter on delete cascade,
         side text not null constraint matter_evaluation_side_check check (side in ('RESIDENT', 'TOWNSHIP', 'DEPARTMENT')),
         of_organisation_id uuid not null, by_organisation_id uuid, responded boolean, solved boolean, satisfied boolean,
         score integer constraint matter_evaluation_score_check check (score between 0 and 100), evaluated_at timestamptz not null)`,
    );
    await runner.query(
      `create unique index matter_evaluation_once on matter_evaluation (matter_id, side, of_organisation_id, by_organisation_id) nulls not distinct`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matter_evaluation');
  }
}
