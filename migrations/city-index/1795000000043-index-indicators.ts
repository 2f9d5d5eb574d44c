import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes what indicators count at every change: open matters without their rows, and the few objections, urgings and supervisions. */
export class IndexIndicators1795000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index matter_open_counted on matter (division_code)
         include (department, state, due_at, yellow_at, sealed, county_code, township_code, community_code) where closed_at is null`,
    );
    await runner.query(
      `create index matter_transition_objected on matter_transition (occurred_at) include (matter_id) where to_state = 'OBJECTED'`,
    );
    await runner.query(`create index matter_transition_urged on matter_transition (matter_id, version) where step = 'urgeMatter'`);
    await runner.query('create index matter_supervision_waiting on matter_supervision (matter_id) where answered_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index matter_supervision_waiting, matter_transition_urged, matter_transition_objected, matter_open_counted');
  }
}
