import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was in the tables before they had a clock counts as known since the first import. */
const sinceFirstImport = `coalesce((select min(started_at) from intake_run), now())`;

const up = [
  `alter table division add column recorded_from timestamptz, add column recorded_to timestamptz`,
  `update division set recorded_from = ${sinceFirstImport}`,
  `alter table division alter column recorded_from set not null, alter column recorded_from set default now(), drop constraint division_pkey,
     add primary key (code, valid_from, recorded_from)`,
  `create unique index division_now on division (code, valid_from) where recorded_to is null`,

  `alter table layer add column recorded_from timestamptz`,
  `update layer set recorded_from = ${sinceFirstImport}`,
  `alter table layer alter column recorded_from set not null, alter column recorded_from set default now()`,
  `create table past_layer (
     key text not null references layer, recorded_from timestamptz not null, recorded_to timestamptz not null, department text,
     name_zh text not null, name_en text not null, is_partition boolean not null, is_primary boolean not null, id_scheme text not null,
     synthetic boolean not null, ordinal integer not null, primary key (key, recorded_from))`,

  `alter table duty add column recorded_from timestamptz, add column recorded_to timestamptz`,
  `update duty set recorded_from = ${sinceFirstImport}`,
  `alter table duty alter column recorded_from set not null, alter column recorded_from set default now(), drop constraint duty_pkey, add primary key (id, recorded_from)`,
  `create unique index duty_now on duty (id) where recorded_to is null`,

  `alter table intake_run add column boundaries_repaired integer not null default 0, add column findings integer not null default 0`,
  `create table boundary_repair (
     id bigint generated always as identity primary key, run_id uuid not null references intake_run, layer_key text not null,
     local_id text not null, file text not null, row_number integer not null, faults jsonb not null, dropped jsonb not null,
     area_m2 double precision not null, area_change_m2 double precision not null, repaired_at timestamptz not null)`,
  `create index boundary_repair_by_unit on boundary_repair (layer_key, local_id)`,
  `create index boundary_repair_by_run on boundary_repair (run_id, id)`,
  `create table run_finding (
     id bigint generated always as identity primary key, run_id uuid not null references intake_run, department text,
     kind text not null, layer_key text not null, local_id text, message text not null, message_zh text not null, measures jsonb not null,
     found_at timestamptz not null)`,
  `create index run_finding_by_run on run_finding (run_id, id)`,
];

const down = [
  `drop table run_finding`,
  `drop table boundary_repair`,
  `alter table intake_run drop column boundaries_repaired, drop column findings`,
  `delete from duty where recorded_to is not null`,
  `drop index duty_now`,
  `alter table duty drop constraint duty_pkey, drop column recorded_from, drop column recorded_to, add primary key (id)`,
  `drop table past_layer`,
  `alter table layer drop column recorded_from`,
  `delete from division where recorded_to is not null`,
  `drop index division_now`,
  `alter table division drop constraint division_pkey, drop column recorded_from, drop column recorded_to, add primary key (code, valid_from)`,
];

/** Gives divisions, layers and duties their recorded clock, and keeps what an import repaired and found beside its refused rows. */
export class RecordRegister1795000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
