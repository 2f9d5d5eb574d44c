import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue into which an office's system writes, what was refused of it, what a push was answered, and what the index is still to be told. */
const up = [
  `create table inbound (
     id bigint generated always as identity primary key,
     rows text not null constraint inbound_rows_check check (rows in ('UNITS', 'ELEMENTS', 'COUNTS', 'POSTS', 'MATTERS')),
     layer_key text, element_kind text,
     fields jsonb not null constraint inbound_fields_check
       check (jsonb_typeof(fields) = 'object' and octet_length(fields::text) <= 1048576),
     enqueued_at timestamptz not null default clock_timestamp())`,
  `create table inbound_refusal (
     id bigint generated always as identity primary key,
     inbound_id bigint not null, rows text not null, layer_key text, element_kind text, record_id text, field text,
     rule text not null, remedy text not null, run_id uuid not null, refused_at timestamptz not null)`,
  'create index inbound_refusal_by_record on inbound_refusal (rows, record_id)',
  `create table push_receipt (
     account text, key text, input_hash text not null, run_id uuid not null, words text not null, refusals jsonb not null,
     taken_at timestamptz not null, primary key (account, key))`,
  `create table run_report (run_id uuid primary key, report jsonb not null, reported_at timestamptz not null)`,
];

/** Creates the tables of what an office's system pushes. */
export class CreateInbound1795000000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['run_report', 'push_receipt', 'inbound_refusal', 'inbound']) await queryRunner.query(`drop table ${table}`);
  }
}
