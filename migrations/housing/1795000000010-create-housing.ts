import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office alone says of its units and of its matters. */
const up = [
  `create table housing_estate (
     layer_key text not null, local_id text not null, generation integer not null,
     form text not null, owners_committee boolean, management_committee boolean, property_firm text,
     built_year integer, dwellings integer,
     primary key (layer_key, local_id, generation))`,
  `create table housing_matter (
     local_id text primary key,
     estate_local_id text, repair_fund boolean)`,
];

const tables = ['housing_matter', 'housing_estate'];

export class CreateHousing1795000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop table ${table}`);
  }
}
