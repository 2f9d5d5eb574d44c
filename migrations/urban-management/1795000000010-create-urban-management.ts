import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office alone says of its units and of its matters. */
const up = [
  `create table urban_grid (
     layer_key text not null, local_id text not null, generation integer not null,
     land_use text, management_grade integer, surveyed_on date, collector_shift text, code_generation text,
     primary key (layer_key, local_id, generation))`,
  `create table urban_matter (
     local_id text primary key,
     filing_condition text, time_limit text, former_code text)`,
];

const tables = ['urban_matter', 'urban_grid'];

export class CreateUrbanManagement1795000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop table ${table}`);
  }
}
