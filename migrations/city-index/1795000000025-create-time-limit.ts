import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps how long each clock runs, by category, division and condition, on two clocks. */
export class CreateTimeLimit1795000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table time_limit (
         id uuid not null, recorded_from timestamptz not null, recorded_to timestamptz, procedure text not null, clock text not null,
         standard text, kind text, category_code text, division_code text, condition_key text not null default '', condition_zh text,
         amount integer not null check (amount > 0),
         unit text not null
           check (unit in ('CALENDAR_DAYS', 'WORKING_DAYS', 'WORKING_HOURS', 'URGENT_WORKING_HOURS', 'URGENT_WORKING_DAYS')),
         document text, valid_from date not null, valid_to date, primary key (id, recorded_from))`,
    );
    await runner.query(`create unique index time_limit_now on time_limit (id) where recorded_to is null`);
    await runner.query(`create index time_limit_by_clock on time_limit (clock, procedure, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table time_limit');
  }
}
