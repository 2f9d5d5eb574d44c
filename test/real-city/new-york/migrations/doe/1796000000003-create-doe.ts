import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDoe1796000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `create table doe_school_district (
         layer_key text not null, local_id text not null, generation integer not null,
         shape_area double precision not null, shape_leng double precision not null,
         primary key (layer_key, local_id, generation))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table doe_school_district');
  }
}
