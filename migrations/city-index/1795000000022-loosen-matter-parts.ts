import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Takes two foreign keys away that looked the same rows up again, once for each of a matter's seven units and eight steps. */
export class LoosenMatterParts1795000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matter_placement drop constraint matter_placement_matter_id_fkey');
    await runner.query('alter table matter_transition drop constraint matter_transition_organisation_id_fkey');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table matter_placement add constraint matter_placement_matter_id_fkey
         foreign key (matter_id) references matter on delete cascade`,
    );
    await runner.query(
      `alter table matter_transition add constraint matter_transition_organisation_id_fkey
         foreign key (organisation_id) references organisation`,
    );
  }
}
