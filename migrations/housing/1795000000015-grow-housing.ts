import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The further fields that the office keeps of its units and of its matters. */
const up = [
  `alter table housing_estate add column property_firm_code text, add column committee_term_ends_on date, add column maintenance_fund text, add column building_count integer, add column renovation_stage text`,
  `alter table housing_matter add column building_code text, add column firm_code text`,
];

const down = [
  `alter table housing_matter drop column building_code, drop column firm_code`,
  `alter table housing_estate drop column property_firm_code, drop column committee_term_ends_on, drop column maintenance_fund, drop column building_count, drop column renovation_stage`,
];

export class GrowHousing1795000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
