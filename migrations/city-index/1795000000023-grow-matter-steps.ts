import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a matter say who leads it, a step what it was and carried, and gives matters clocks of their own. */
export class GrowMatterSteps1795000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table matter add column lead_id uuid`);
    await runner.query(
      `update matter set lead_id = assigned.organisation_id
         from (select distinct on (matter_id) matter_id, organisation_id from matter_assignment
                where role = 'LEAD' and until is null order by matter_id, since desc, organisation_id) assigned
        where assigned.matter_id = matter.id`,
    );
    await runner.query(`create index matter_by_lead on matter (lead_id, reported_at desc, id desc)`);
    await runner.query(
      `alter table matter_transition add column step text, add column office_state text, add column reason text,
         add column made_by text, add column carried jsonb`,
    );
    await runner.query(
      `create table matter_clock (
         matter_id uuid not null constraint matter_clock_matter_id_fkey references matter on delete cascade,
         clock text not null, round integer not null, started_at timestamptz not null, limit_amount integer not null, limit_unit text not null,
         limit_source text, due_at timestamptz not null, yellow_at timestamptz not null, paused_at timestamptz, stopped_at timestamptz,
         extended integer not null default 0, exempt_at timestamptz,
         alarmed text not null default 'NONE' constraint matter_clock_alarmed_check check (alarmed in ('NONE', 'YELLOW', 'OVERDUE')),
         next_alarm_at timestamptz, constraint matter_clock_pkey primary key (matter_id, clock, round))`,
    );
    await runner.query(`create index matter_clock_next_alarm on matter_clock (next_alarm_at) where next_alarm_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matter_clock');
    await runner.query(
      `alter table matter_transition drop column step, drop column office_state, drop column reason, drop column made_by, drop column carried`,
    );
    await runner.query('alter table matter drop column lead_id');
  }
}
