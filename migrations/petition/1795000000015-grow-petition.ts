import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The further fields that the office keeps of its units and of its matters. */
// `route` was free text; the words that the sample wrote become those of the closed list, any other is for the office to give anew.
const up = [
  `alter table petition_unit add column responsible_code text`,
  `alter table petition_matter add column content_code text, add column registered_on date, add column referred_on date, add column accept_by date, add column handle_by date, add column joint boolean, add column joint_band text, add column public_mark boolean, add column confidential boolean`,
  `update petition_matter set route = case route when '信访处理程序' then 'PETITION_PROCEDURE' when '简易办理' then 'PETITION_PROCEDURE' when '行政裁决' then 'ADMINISTRATIVE_PROCEDURE' when '行政复议' then 'ADMINISTRATIVE_PROCEDURE' when '劳动仲裁' then 'ARBITRATION' when '履行法定职责' then 'STATUTORY_DUTY' when '移送纪检监察' then 'ACCUSATION' end`,
];

const down = [
  `update petition_matter set route = case route when 'PETITION_PROCEDURE' then '信访处理程序' when 'ADMINISTRATIVE_PROCEDURE' then '行政裁决' when 'ARBITRATION' then '劳动仲裁' when 'STATUTORY_DUTY' then '履行法定职责' when 'ACCUSATION' then '移送纪检监察' end`,
  `alter table petition_matter drop column content_code, drop column registered_on, drop column referred_on, drop column accept_by, drop column handle_by, drop column joint, drop column joint_band, drop column public_mark, drop column confidential`,
  `alter table petition_unit drop column responsible_code`,
];

export class GrowPetition1795000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
