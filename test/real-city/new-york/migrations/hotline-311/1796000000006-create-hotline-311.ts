import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHotline3111796000000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table hotline_request (local_id text primary key, location_type text, zip text, community_board text)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table hotline_request');
  }
}
