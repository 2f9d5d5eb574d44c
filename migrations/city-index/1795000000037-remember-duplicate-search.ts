import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers up to where in the event log new matters were searched for duplicates, and keeps open proposals in the order they are shown in. */
export class RememberDuplicateSearch1795000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table duplicate_mark (
         single boolean primary key default true constraint duplicate_mark_single_check check (single), position bigint not null)`,
    );
    await runner.query('insert into duplicate_mark (position) values (0)');
    await runner.query(
      `create index matter_link_proposed on matter_link (made_at, from_id, to_id) where kind = 'DUPLICATE' and state = 'PROPOSED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index matter_link_proposed');
    await runner.query('drop table duplicate_mark');
  }
}
