import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office alone says of its units and of its matters. */
const up = [
  `create table petition_unit (
     layer_key text not null, local_id text not null, generation integer not null,
     responsible_unit text, reception_site text, reception_day text, joint_meeting boolean, duty_phone_posted boolean,
     primary key (layer_key, local_id, generation))`,
  `create table petition_matter (
     local_id text primary key,
     petition_form text, purpose_code text, route text)`,
];

const tables = ['petition_matter', 'petition_unit'];

export class CreatePetition1795000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop table ${table}`);
  }
}
