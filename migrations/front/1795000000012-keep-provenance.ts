import type { MigrationInterface, QueryRunner } from 'typeorm';

const records = ['unit_record', 'element_record', 'count_record', 'post_record', 'matter_record'];
const stamped = ['unit_record', 'element_record', 'matter_record'];

/** Lets every record tell its row, some when their office last changed them, and keeps how far each file has been taken. */
export class KeepProvenance1795000000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of records) await queryRunner.query(`alter table ${table} add column row_number integer`);
    for (const table of stamped) await queryRunner.query(`alter table ${table} add column updated_at timestamptz`);
    await queryRunner.query(
      `create table file_progress (
         file_key text primary key, kind text not null, run_id uuid not null,
         state text not null constraint file_progress_state_check check (state in ('UNDER_WAY', 'TAKEN', 'SETTLED')),
         rows_taken integer not null, totals jsonb not null, noted_at timestamptz not null)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table file_progress');
    for (const table of stamped) await queryRunner.query(`alter table ${table} drop column updated_at`);
    for (const table of records) await queryRunner.query(`alter table ${table} drop column row_number`);
  }
}
