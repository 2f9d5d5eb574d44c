import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  event_id      uuid        not null,
  topic         text        not null,
  kind          text        not null,
  subject       uuid        not null,
  version       integer     not null,
  department    text        null,
  division_code text        null,
  visible_to    text        null,
  payload       jsonb       not null,
  occurred_at   timestamptz not null`;

/** Creates the inbox that writers fill in their own transactions, the log with its dense positions, and the one row that counts them. */
export class CreateEventLog1795000000002 implements MigrationInterface {
  readonly name = 'CreateEventLog1795000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_inbox (id bigserial primary key, ${columns}, recorded_at timestamptz not null default clock_timestamp())
        with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`);
    await runner.query(`
      create table event_log (
        position bigint primary key check (position > 0), epoch uuid not null, ${columns}, recorded_at timestamptz not null)`);
    await runner.query('create index event_log_by_subject on event_log (subject, position)');
    await runner.query(`
      create table event_stream (
        single boolean primary key default true check (single), epoch uuid not null, last_position bigint not null, home text null)`);
    await runner.query('insert into event_stream (epoch, last_position) values (gen_random_uuid(), 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_stream');
    await runner.query('drop table event_log');
    await runner.query('drop table event_inbox');
  }
}
