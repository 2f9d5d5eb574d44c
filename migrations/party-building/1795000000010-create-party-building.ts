import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office alone says of its units and of its matters. */
const up = [
  `create table party_branch (
     layer_key text not null, local_id text not null, generation integer not null,
     branch_form text not null, host text not null, established_on date, alliance text, activity_site text,
     last_renewed_on date,
     primary key (layer_key, local_id, generation))`,
  `create table party_matter (
     local_id text primary key,
     service_list text, reporting_unit text)`,
];

const tables = ['party_matter', 'party_branch'];

export class CreatePartyBuilding1795000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop table ${table}`);
  }
}
