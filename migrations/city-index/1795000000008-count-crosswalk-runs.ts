import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a computation of the crosswalk tell what it was of and went through, and links by code be found among all others. */
export class CountCrosswalkRuns1795000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table crosswalk_run add column recorded_at timestamptz, add column scope text not null default 'FULL',
         add column vertices integer not null default 0, add column pairs integer not null default 0`,
    );
    await runner.query(`update crosswalk_run set recorded_at = computed_at`);
    await runner.query(
      `alter table crosswalk_run alter column recorded_at set not null, alter column scope drop default,
         alter column vertices drop default, alter column pairs drop default,
         add constraint crosswalk_run_scope_check check (scope in ('FULL', 'PARTIAL'))`,
    );
    await runner.query(`create index link_by_code on link (basis) where recorded_to is null and basis = 'CODE'`);
    await runner.query(`create index coverage_by_code on coverage (basis) where recorded_to is null and basis = 'CODE'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['coverage_by_code', 'link_by_code']) await runner.query(`drop index ${index}`);
    await runner.query(`alter table crosswalk_run drop column recorded_at, drop column scope, drop column vertices, drop column pairs`);
  }
}
