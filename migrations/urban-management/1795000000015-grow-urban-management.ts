import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The further fields that the office keeps of its units and of its matters. */
const up = [
  `alter table urban_grid add column stated_area_m2 double precision`,
  `alter table urban_matter add column department_code text, add column component_id text`,
];

const down = [
  `alter table urban_matter drop column department_code, drop column component_id`,
  `alter table urban_grid drop column stated_area_m2`,
];

export class GrowUrbanManagement1795000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
