import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers which state of each office was told last, so that each change is told once, whichever process tells it. */
export class RememberDepartmentStates1795000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table department_state (
         department text primary key, state text not null, since timestamptz not null, version integer not null)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table department_state');
  }
}
