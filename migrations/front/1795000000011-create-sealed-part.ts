import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who petitioned or reported, encrypted, and the refused rows that nobody but the office may hear of. */
const up = [
  `create table sealed_part (
     record_kind text not null constraint sealed_part_record_kind_check check (record_kind in ('MATTER', 'REPORT')),
     record_key text not null, envelope jsonb not null, masks jsonb not null, fingerprint text not null,
     state text not null constraint sealed_part_state_check check (state in ('PENDING', 'KEPT')),
     created_at timestamptz not null, primary key (record_kind, record_key))`,
  `create table home_quarantine (
     id bigint generated always as identity primary key, run_id uuid not null, file text not null, row_number integer, field text,
     rule text not null, remedy text not null)`,
];

/** Creates the tables of what an office seals. */
export class CreateSealedPart1795000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['home_quarantine', 'sealed_part']) await queryRunner.query(`drop table ${table}`);
  }
}
