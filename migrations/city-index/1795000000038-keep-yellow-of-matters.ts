import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps from when on a matter's deadline is near, beside the deadline itself: that of the running clock that gives it, of a closed matter
 * that of its handling; without a clock 20 % of the time since the report or 2 hours before.
 */
export class KeepYellowOfMatters1795000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matter add yellow_at timestamptz');
    await runner.query(
      `update matter set yellow_at = coalesce(
           (select clock.yellow_at from matter_clock clock
             where clock.matter_id = matter.id and clock.due_at = matter.due_at and clock.clock <> 'FEEDBACK'
               and (matter.closed_at is null and clock.stopped_at is null and clock.paused_at is null
                    or matter.closed_at is not null and clock.clock = 'HANDLING')
             order by clock.yellow_at limit 1),
           due_at - greatest((due_at - reported_at) * 0.2, interval '2 hours'))
        where due_at is not null`,
    );
    await runner.query('drop index matter_open_by_due');
    await runner.query(`create index matter_open_by_due on matter (due_at, id, yellow_at) where closed_at is null and due_at is not null`);
    await runner.query(`create index matter_open_by_yellow on matter (yellow_at) where closed_at is null and yellow_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index matter_open_by_yellow');
    await runner.query('drop index matter_open_by_due');
    await runner.query(`create index matter_open_by_due on matter (due_at, id) where closed_at is null and due_at is not null`);
    await runner.query('alter table matter drop yellow_at');
  }
}
