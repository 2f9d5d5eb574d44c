import type { MigrationInterface, QueryRunner } from 'typeorm';

const up: readonly string[] = [
  `alter table category_link add column statement_id uuid, add column origin text, add column document text, add column declared_by text,
     add column role text, add column on_behalf_of uuid, add column ended_document text, add column recorded_from timestamptz,
     add column recorded_to timestamptz`,
  // What was there before the second clock counts as known since the city's first import, where there was one.
  `update category_link set statement_id = id, origin = 'PACK',
     recorded_from = coalesce((select min(started_at) from intake_run), now())`,
  `alter table category_link alter column statement_id set not null, alter column origin set not null,
     alter column recorded_from set not null, add constraint category_link_origin_check check (origin in ('PACK', 'DECLARED')),
     add constraint category_link_on_behalf_of_fkey foreign key (on_behalf_of) references organisation`,
  `create unique index category_link_believed on category_link (statement_id) where recorded_to is null`,

  `create table organisation_id (
     id uuid primary key, statement_id uuid not null, organisation_id uuid not null references organisation,
     issuer text not null, scheme text not null, code text not null, valid_from date not null, valid_to date,
     origin text not null check (origin in ('PACK', 'DECLARED')), evidence text not null, document text, declared_by text, role text,
     on_behalf_of uuid references organisation, ended_document text, recorded_from timestamptz not null, recorded_to timestamptz)`,
  `create unique index organisation_id_believed on organisation_id (statement_id) where recorded_to is null`,
  `create index organisation_id_by_code on organisation_id (code) where recorded_to is null`,
  `create index organisation_id_by_organisation on organisation_id (organisation_id) where recorded_to is null`,

  `create table duty_move (
     id uuid primary key, from_id uuid not null references organisation, to_id uuid not null references organisation,
     standard text, kind text, category_code text, division_code text, effective_from date not null, document text not null,
     declared_by text not null, role text not null, on_behalf_of uuid not null references organisation, recorded_at timestamptz not null)`,
  `create index duty_move_by_from on duty_move (from_id)`,
  `alter table duty add column origin text not null default 'PACK', add column move_id uuid, add column ended_by uuid,
     add constraint duty_origin_check check (origin in ('PACK', 'DECLARED')),
     add constraint duty_move_id_fkey foreign key (move_id) references duty_move,
     add constraint duty_ended_by_fkey foreign key (ended_by) references duty_move`,
];

const down: readonly string[] = [
  `alter table duty drop column origin, drop column move_id, drop column ended_by`,
  'drop table duty_move',
  'drop table organisation_id',
  'delete from category_link where recorded_to is not null',
  `alter table category_link drop column statement_id, drop column origin, drop column recorded_from, drop column recorded_to,
     drop column document, drop column declared_by, drop column role, drop column on_behalf_of, drop column ended_document`,
];

/** Gives links between categories their second clock, organisations their other ids, and lets duties move. */
export class DateCodes1795000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
