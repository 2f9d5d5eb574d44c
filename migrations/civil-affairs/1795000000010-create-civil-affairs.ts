import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office alone says of its units and of its matters. */
const up = [
  `create table civil_community (
     layer_key text not null, local_id text not null, generation integer not null,
     community_code text not null, community_type text, term_ends_on date, service_station text,
     committee_seats integer,
     primary key (layer_key, local_id, generation))`,
  `create table civil_matter (
     local_id text primary key,
     assistance_kind text, service_item text)`,
];

const tables = ['civil_matter', 'civil_community'];

export class CreateCivilAffairs1795000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop table ${table}`);
  }
}
