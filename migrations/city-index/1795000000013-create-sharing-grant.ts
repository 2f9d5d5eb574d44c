import type { MigrationInterface, QueryRunner } from 'typeorm';

const up: readonly string[] = [
  `create table sharing_grant (
     id uuid primary key, grant_id uuid not null, version integer not null, from_owner text not null, to_owner text not null,
     data_class text not null
       constraint sharing_grant_data_class_check check (data_class in ('MATTERS', 'ELEMENTS', 'COUNTS', 'POSTS', 'OWN_FIELDS', 'INTAKE')),
     attribute text not null
       constraint sharing_grant_attribute_check check (attribute in ('UNCONDITIONAL', 'CONDITIONAL', 'WITHHELD')),
     purposes text[] not null, valid_from date not null, valid_until date, document text not null,
     origin text not null constraint sharing_grant_origin_check check (origin in ('PACK', 'DECLARED')), declared_by text, role text,
     on_behalf_of uuid constraint sharing_grant_on_behalf_of_fkey references organisation, ended_document text,
     recorded_from timestamptz not null, recorded_to timestamptz,
     constraint sharing_grant_version_key unique (grant_id, version),
     constraint sharing_grant_days_check check (valid_until > valid_from),
     constraint sharing_grant_purposes_check check ((attribute = 'CONDITIONAL') = (cardinality(purposes) > 0)))`,
  `create unique index sharing_grant_believed on sharing_grant (grant_id) where recorded_to is null`,
  `create index sharing_grant_by_sides on sharing_grant (from_owner, to_owner, data_class, valid_from) where recorded_to is null`,
];

/** Lets offices say whom they share which data with. */
export class CreateSharingGrant1795000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sharing_grant');
  }
}
