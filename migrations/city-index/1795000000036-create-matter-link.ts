import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps links between matters, proposed and decided. */
export class CreateMatterLink1795000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table matter_link (
         from_id uuid not null constraint matter_link_from_id_fkey references matter on delete cascade,
         to_id uuid not null constraint matter_link_to_id_fkey references matter on delete cascade,
         kind text not null constraint matter_link_kind_check check (kind in ('DUPLICATE', 'REOPENS', 'TICKET', 'RELATED')),
         state text not null constraint matter_link_state_check check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
         metres double precision, hours double precision, made_by text, made_at timestamptz not null, decided_by text, decided_at timestamptz,
         constraint matter_link_pkey primary key (from_id, to_id, kind))`,
    );
    await runner.query(`create index matter_link_to on matter_link (to_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matter_link');
  }
}
