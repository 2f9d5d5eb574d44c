import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets lists of matters be read in the order of their deadlines; those without one come last, as the order of the pages has it. */
export class OrderMattersByDeadline1795000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index matter_by_due on matter (coalesce(due_at, 'infinity'::timestamptz), id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index matter_by_due');
  }
}
