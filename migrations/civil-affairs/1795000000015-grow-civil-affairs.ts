import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The further fields that the office keeps of its units and of its matters. */
// `assistance_kind` was free text; the words that the sample wrote become those of the closed list, any other is for the office to give anew.
const up = [
  `alter table civil_community add column committee_kind text, add column term_number integer, add column term_started_on date, add column service_items text`,
  `alter table civil_matter add column application text, add column delegated boolean`,
  `update civil_matter set assistance_kind = case assistance_kind when '最低生活保障' then 'MINIMUM_LIVING' when '特困人员供养' then 'EXTREME_HARDSHIP' when '临时救助' then 'TEMPORARY' when '养老服务' then 'ELDERLY_SERVICE' when '残疾人两项补贴' then 'DISABLED_ALLOWANCE' when '困境儿童保障' then 'CHILD_PROTECTION' when '高龄津贴' then 'OLD_AGE_ALLOWANCE' end`,
];

const down = [
  `update civil_matter set assistance_kind = case assistance_kind when 'MINIMUM_LIVING' then '最低生活保障' when 'EXTREME_HARDSHIP' then '特困人员供养' when 'TEMPORARY' then '临时救助' when 'ELDERLY_SERVICE' then '养老服务' when 'DISABLED_ALLOWANCE' then '残疾人两项补贴' when 'CHILD_PROTECTION' then '困境儿童保障' when 'OLD_AGE_ALLOWANCE' then '高龄津贴' end`,
  `alter table civil_matter drop column application, drop column delegated`,
  `alter table civil_community drop column committee_kind, drop column term_number, drop column term_started_on, drop column service_items`,
];

export class GrowCivilAffairs1795000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
