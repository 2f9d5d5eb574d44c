import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The further fields that the office keeps of its units and of its matters. */
const up = [
  `alter table party_branch add column level_path text, add column host_unit text, add column alliance_lead text, add column alliance_members integer, add column activity_site_id text`,
  `alter table party_matter add column reporting_code text, add column claimed_on date`,
];

const down = [
  `alter table party_matter drop column reporting_code, drop column claimed_on`,
  `alter table party_branch drop column level_path, drop column host_unit, drop column alliance_lead, drop column alliance_members, drop column activity_site_id`,
];

export class GrowPartyBuilding1795000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
