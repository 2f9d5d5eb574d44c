import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Steps that are owed to offices, until their front databases hold them; who made each step of a matter; and an id that an office gives
 * never again standing in the way of one that the platform gave.
 */
const up = [
  `create table outbound_step (
     id bigint generated always as identity primary key, event_id uuid not null, department text not null, kind text not null,
     record_key text[] not null, body jsonb not null, happened_at timestamptz not null,
     constraint outbound_step_event unique (department, event_id))`,
  `create index outbound_step_oldest on outbound_step (department, id)`,
  `alter table matter_transition add column made_in text not null default 'OFFICE'
     constraint matter_transition_made_in_check check (made_in in ('OFFICE', 'PLATFORM'))`,
  `update matter_transition step set made_in = 'PLATFORM' from matter where matter.id = step.matter_id and matter.born_in = 'PLATFORM'`,
  `drop index matter_by_source`,
  `create unique index matter_by_source on matter (coalesce(department, ''), local_id, born_in)`,
];

const down = [
  `drop index matter_by_source`,
  `create unique index matter_by_source on matter (coalesce(department, ''), local_id)`,
  `alter table matter_transition drop column made_in`,
  `drop table outbound_step`,
];

/** Lets the platform's own steps go back to offices, and stand. */
export class CreateOutboundStep1795000000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
