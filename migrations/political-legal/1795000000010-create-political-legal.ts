import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office alone says of its units and of its matters. */
const up = [
  `create table political_legal_grid (
     layer_key text not null, local_id text not null, generation integer not null,
     grid_kind text not null, centre text, mediation_room text, patrol_interval_days integer, building_count integer,
     primary key (layer_key, local_id, generation))`,
  `create table political_legal_matter (
     local_id text primary key,
     dispute_kind text, mediation_stage text, urgency text)`,
];

const tables = ['political_legal_matter', 'political_legal_grid'];

export class CreatePoliticalLegal1795000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop table ${table}`);
  }
}
