import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The further fields that the office keeps of its units and of its matters. */
// `mediation_stage` was free text; the words that the sample wrote become those of the closed list, any other is for the office to give anew.
const up = [
  `alter table political_legal_grid add column special_kind text, add column centre_code text, add column centre_level text`,
  `alter table political_legal_matter add column affair_class text, add column outcome text, add column agreement_signed boolean, add column judicial_confirmation boolean`,
  `update political_legal_matter set mediation_stage = case mediation_stage when '受理' then 'ACCEPTED' when '调解中' then 'MEDIATING' when '达成协议' then 'AGREED' when '调解不成' then 'FAILED' when '回访' then 'FOLLOW_UP' end`,
];

const down = [
  `update political_legal_matter set mediation_stage = case mediation_stage when 'ACCEPTED' then '受理' when 'MEDIATING' then '调解中' when 'AGREED' then '达成协议' when 'FAILED' then '调解不成' when 'FOLLOW_UP' then '回访' end`,
  `alter table political_legal_matter drop column affair_class, drop column outcome, drop column agreement_signed, drop column judicial_confirmation`,
  `alter table political_legal_grid drop column special_kind, drop column centre_code, drop column centre_level`,
];

export class GrowPoliticalLegal1795000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of down) await queryRunner.query(statement);
  }
}
