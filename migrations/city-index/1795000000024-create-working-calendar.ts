import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps the city's own table of holidays, year by year, and how its days and hours are counted where it says so itself. */
export class CreateWorkingCalendar1795000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table holiday_year (year integer primary key, recorded_at timestamptz not null)`);
    await runner.query(
      `create table holiday_day (
         day date primary key, kind text not null check (kind in ('HOLIDAY', 'WORKDAY')), name text not null, document text,
         recorded_at timestamptz not null)`,
    );
    await runner.query(
      `create table calendar_terms (
         only_one boolean primary key default true check (only_one), office_hours jsonb not null, counts_first_day boolean not null,
         rest_extends boolean not null, yellow_share double precision not null, yellow_hours double precision not null,
         state_holidays boolean)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_terms');
    await runner.query('drop table holiday_day');
    await runner.query('drop table holiday_year');
  }
}
