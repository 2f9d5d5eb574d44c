import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets lists of matters be read in the order of their closing; those still open come last, as the order of the pages has it. */
export class OrderMattersByClosing1795000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index matter_by_closed on matter (coalesce(closed_at, 'infinity'::timestamptz), id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index matter_by_closed');
  }
}
