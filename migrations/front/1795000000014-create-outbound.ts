import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the platform did with an office's records, for the office's own system to take and acknowledge. */
const up = [
  `create table outbound (
     id bigint generated always as identity primary key, event_id uuid not null constraint outbound_event_id_key unique,
     kind text not null, record_key text[] not null, body jsonb not null, happened_at timestamptz not null,
     enqueued_at timestamptz not null default clock_timestamp(), acknowledged_at timestamptz)`,
  `create index outbound_waiting on outbound (id) where acknowledged_at is null`,
];

/** Creates the queue of steps that go back to the office. */
export class CreateOutbound1795000000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table outbound');
  }
}
