import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  'alter table layer add column members_of text',
  'alter table past_layer add column members_of text',
  `alter table intake_run add column file_name text, add column file_sha256 text, add column file_bytes bigint,
     add column file_format text, add column file_encoding text, add column rows_older integer not null default 0`,
  'alter table run_finding alter column layer_key drop not null',
];

const down = [
  'delete from run_finding where layer_key is null',
  'alter table run_finding alter column layer_key set not null',
  `alter table intake_run drop column file_name, drop column file_sha256, drop column file_bytes, drop column file_format,
     drop column file_encoding, drop column rows_older`,
  'alter table past_layer drop column members_of',
  'alter table layer drop column members_of',
];

/** Lets a run tell which file of an office it read, and a layer which other layer's units its own are sets of. */
export class TellFilesOfRuns1795000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
