import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The forms that offices have for categories of matters, and what each asks for. */
const up = [
  `create table office_form (
     id uuid primary key, department text not null, standard text not null, category_kind text not null, category_code text not null,
     name text not null, document text, valid_from date not null, valid_to date, recorded_from timestamptz not null, recorded_to timestamptz,
     constraint office_form_period_check check (valid_to > valid_from))`,
  `create unique index office_form_believed on office_form (standard, category_kind, category_code, department, name, valid_from)
     where recorded_to is null`,
  `create table office_form_item (
     form_id uuid not null constraint office_form_item_form_id_fkey references office_form (id), key text not null, ordinal int not null,
     label text not null, filled_from text, required boolean not null, primary key (form_id, key))`,
];

const down = [`drop table office_form_item`, `drop table office_form`];

/** Makes room for the offices' forms. */
export class CreateOfficeForm1795000000027 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
