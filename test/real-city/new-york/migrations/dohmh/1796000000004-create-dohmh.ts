import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDohmh1796000000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `create table dohmh_health_center_district (
         layer_key text not null, local_id text not null, generation integer not null,
         boro_code integer not null, boro_name text not null, shape_area double precision not null, shape_leng double precision not null,
         primary key (layer_key, local_id, generation))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table dohmh_health_center_district');
  }
}
