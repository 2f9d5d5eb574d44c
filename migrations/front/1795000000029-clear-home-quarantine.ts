import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Rows of before are told without a time: nobody knows when they came.
  `alter table home_quarantine add column quarantined_at timestamptz, add column cleared_at timestamptz, add column cleared_by uuid`,
  `create index home_quarantine_open on home_quarantine (id) where cleared_at is null`,
];

const down = [
  'drop index home_quarantine_open',
  'alter table home_quarantine drop column cleared_by, drop column cleared_at, drop column quarantined_at',
];

/** Lets a refused row that stays home be open until a later run has read its file again. */
export class ClearHomeQuarantine1795000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
