import type { MigrationInterface, QueryRunner } from 'typeorm';

const event = `epoch, event_id, topic, kind, subject, version, department, division_code, visible_to, payload, occurred_at, recorded_at`;

const columns = `
  position      bigint      not null constraint event_log_position_check check (position > 0),
  epoch         uuid        not null,
  event_id      uuid        not null,
  topic         text        not null,
  kind          text        not null,
  subject       uuid        not null,
  version       integer     not null,
  department    text        null,
  division_code text        null,
  visible_to    text        null,
  payload       jsonb       not null,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null`;

/**
 * Parts the event log by the month in which the sequencer moved an event, so that what is older than it must be kept goes as whole tables.
 * Months never go back along the positions, so that what is dropped is the beginning of the log. The months to come are made by the leader;
 * a row for whose month there is no part goes into the default one.
 */
export class PartEventLog1795000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table event_log rename to whole_event_log');
    await runner.query('alter index event_log_by_subject rename to whole_event_log_by_subject');
    await runner.query('alter table whole_event_log rename constraint event_log_position_check to whole_event_log_position_check');
    await runner.query('alter index event_log_pkey rename to whole_event_log_pkey');
    await runner.query(`
      create table event_log (month date not null, ${columns}, primary key (position, month)) partition by range (month)`);
    await runner.query('create index event_log_by_subject on event_log (subject, position)');
    await runner.query('create table event_log_rest partition of event_log default');
    await runner.query('alter table event_stream add column oldest bigint not null default 1, add column month date null');
    await this.#fill(runner);
    await runner.query('drop table whole_event_log');
  }

  /** The month of an event is that of its arrival, or of a later one that stands before it. */
  async #fill(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create temporary table dated on commit drop as
        select position, date_trunc('month', max(recorded_at) over (order by position) at time zone 'UTC')::date as month from whole_event_log`);
    await runner.query(`
      do $$ declare part record; begin
        for part in
          select to_char(month, '"event_log_"YYYY_MM') as name, month, (month + interval '1 month')::date as until
            from (select month from dated
                  union select (date_trunc('month', now() at time zone 'UTC') + ahead * interval '1 month')::date
                    from generate_series(0, 2) ahead) wanted
        loop
          execute format('create table %I partition of event_log for values from (%L) to (%L)', part.name, part.month, part.until);
        end loop;
      end $$`);
    await runner.query(
      `insert into event_log (month, position, ${event}) select month, position, ${event} from whole_event_log join dated using (position)`,
    );
    await runner.query(`
      update event_stream set oldest = coalesce((select min(position) from event_log), last_position + 1), month = (select max(month) from dated)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create table whole_event_log (${columns.replace('event_log_position_check', 'whole_event_log_position_check')})`);
    await runner.query(`insert into whole_event_log (position, ${event}) select position, ${event} from event_log`);
    await runner.query('drop table event_log');
    await runner.query('alter table event_stream drop column oldest, drop column month');
    await runner.query('alter table whole_event_log rename to event_log');
    await runner.query('alter table event_log rename constraint whole_event_log_position_check to event_log_position_check');
    await runner.query('alter table event_log add primary key (position)');
    await runner.query('create index event_log_by_subject on event_log (subject, position)');
  }
}
