import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lists that govern, in editions, and applications for the admission list with their reviews. */
const up = [
  `create table admission_application (
     id uuid primary key, standard text not null, category_kind text not null, category_code text not null, task text not null,
     temporary boolean not null, valid_from date not null, valid_to date,
     organisation_id uuid not null constraint admission_application_organisation_id_fkey references organisation (id),
     document text not null, applied_by text not null, role text not null, applied_at timestamptz not null,
     constraint admission_application_temporary_check check (not temporary or valid_to is not null),
     constraint admission_application_period_check check (valid_to > valid_from))`,
  `create index admission_application_newest on admission_application (applied_at, id)`,
  `create table admission_review (
     application_id uuid primary key constraint admission_review_application_id_fkey references admission_application (id),
     verdict text not null constraint admission_review_verdict_check check (verdict in ('ACCEPTED', 'REFUSED')), reason text,
     document text not null, reviewed_by text not null, role text not null,
     on_behalf_of uuid not null constraint admission_review_on_behalf_of_fkey references organisation (id),
     reviewed_at timestamptz not null)`,
  `create table list_edition (
     id uuid primary key, kind text not null constraint list_edition_kind_check check (kind in ('ADMISSION', 'WHISTLE', 'DUTY')),
     number int not null, effective_from date not null, document text not null,
     origin text not null constraint list_edition_origin_check check (origin in ('PACK', 'DECLARED')),
     declared_by text, role text, on_behalf_of uuid constraint list_edition_on_behalf_of_fkey references organisation (id),
     recorded_from timestamptz not null, recorded_to timestamptz)`,
  `create unique index list_edition_believed on list_edition (kind, number) where recorded_to is null`,
  `create table list_item (
     id uuid primary key, edition_id uuid not null constraint list_item_edition_id_fkey references list_edition (id),
     ordinal int not null, standard text not null, category_kind text not null, category_code text not null, division_code text,
     organisation_id uuid constraint list_item_organisation_id_fkey references organisation (id),
     task text not null, document text, temporary boolean not null, valid_from date not null, valid_to date,
     application_id uuid constraint list_item_application_id_fkey references admission_application (id),
     constraint list_item_temporary_check check (not temporary or valid_to is not null),
     constraint list_item_period_check check (valid_to > valid_from))`,
  `create index list_item_by_category on list_item (edition_id, standard, category_kind, category_code)`,
  `create index list_item_by_application on list_item (application_id)`,
];

const down = [`drop table list_item`, `drop table list_edition`, `drop table admission_review`, `drop table admission_application`];

/** Makes room for the lists that govern. */
export class CreateGoverningLists1795000000026 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
