import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = [
  ...['GRID_WORKER', 'COMMUNITY_STAFF', 'TOWNSHIP_DISPATCHER', 'GOVERNANCE_CENTRE', 'HOTLINE', 'DEPARTMENT_HANDLER', 'DEPARTMENT_SYSTEM'],
  ...['GRID_OFFICE', 'DATA_STEWARD', 'SUPERVISOR', 'ANALYST', 'SCREEN', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'],
];

/** Gives machines keys; of a secret only a hash is kept. */
export class CreateAccessKey1795000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table access_key (
      id text primary key, subject text not null, secret_hash text not null, role text not null, department text, organisation text,
      divisions text[] not null, grids text[] not null, acts text[], networks text[] not null, expires_at timestamptz,
      created_at timestamptz not null, created_by text not null, revoked_at timestamptz, revoked_by text,
      constraint access_key_role_check check (role in (${roles.map((role) => `'${role}'`).join(', ')})),
      constraint access_key_revoked_check check ((revoked_at is null) = (revoked_by is null)))`);
    await runner.query('create index access_key_by_subject on access_key (subject)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access_key');
  }
}
