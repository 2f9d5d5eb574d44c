import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a link and a coverage rest on a declaration instead of a computation, and a link tell its households by several counts. */
export class GrowCrosswalk1795000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['link', 'coverage']) {
      await runner.query(`alter table ${table} alter column run_id drop not null, add column declaration_id uuid`);
      await runner.query(
        `alter table ${table} add constraint ${table}_evidence_check check (run_id is not null or declaration_id is not null)`,
      );
    }
    await runner.query('alter table link add column household_counts jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table link drop column household_counts');
    for (const table of ['link', 'coverage']) {
      await runner.query(`delete from ${table} where run_id is null`);
      await runner.query(`alter table ${table} drop column declaration_id, alter column run_id set not null`);
    }
  }
}
