import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps documents that may be asked for by id, of one subject or (where it is empty) of everybody who may ask nothing else. */
export class PinDocuments1795000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table pinned_document (
      id text not null, subject text not null, name text not null, text text not null, added_by text not null,
      added_at timestamptz not null, primary key (id, subject))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pinned_document');
  }
}
