import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `alter table quarantined_row add column part text not null default '', add column record_key text,
     add column cleared_at timestamptz, add column cleared_by uuid constraint quarantined_row_cleared_by_fkey references intake_run`,
  `create index quarantined_row_open on quarantined_row (department, id) where cleared_at is null`,
  `create index quarantined_row_open_by_key on quarantined_row (record_key) where cleared_at is null and record_key is not null`,
  `create index quarantined_row_by_clearing on quarantined_row (cleared_by) where cleared_by is not null`,
];

const down = [
  'drop index quarantined_row_by_clearing, quarantined_row_open_by_key, quarantined_row_open',
  'alter table quarantined_row drop column cleared_by, drop column cleared_at, drop column record_key, drop column part',
];

/** Lets a refused row stay open until a later run has read it again, or has accepted its record from elsewhere. */
export class ClearQuarantine1795000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
