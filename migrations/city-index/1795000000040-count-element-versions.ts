import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts the changes of each element, so that its events can be told apart and put in order. */
export class CountElementVersions1795000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table element add column version integer not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table element drop column version');
  }
}
