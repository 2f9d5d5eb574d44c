import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The stages of the loop; what stands outside of it either waits (ASIDE) or has ended otherwise (ENDED). */
const stageOfState = `
  create function matter_stage(state text) returns text language sql immutable strict parallel safe as $$
    select case
      when state in ('REPORTED', 'DISPATCHED', 'ACCEPTED', 'HANDLING', 'FEEDBACK', 'CLOSED', 'EVALUATED') then state
      when state = 'UNDER_REVIEW' then 'REVIEW'
      when state in ('VERIFYING', 'VERIFIED') then 'VERIFICATION'
      when state in ('OBJECTED', 'RETURNED', 'SUSPENDED') then 'ASIDE'
      else 'ENDED' end $$`;

/** Visits of stages, out of rows of steps: a step within a stage is none; `entered_at` is when the stage before was entered. */
const visitsOf = (steps: string): string => `
  staged as (
    select matter_id, version, occurred_at, matter_stage(to_state) as stage,
           lag(matter_stage(to_state)) over (partition by matter_id order by version) as left_stage
      from ${steps}),
  visits as (
    select matter_id, version, stage, coalesce(left_stage, '') as left_stage, occurred_at,
           lag(occurred_at) over (partition by matter_id order by version) as entered_at
      from staged where left_stage is distinct from stage)`;

/** The columns of a change of the flow but its number. */
const changed = `
  (matter.reported_at at time zone coalesce((select time_zone from city), 'UTC'))::date, coalesce(matter.county_code, ''),
  coalesce(matter.township_code, ''), coalesce(matter.department, ''), visits.left_stage, matter_flow_bucket(visits.occurred_at - visits.entered_at),
  visits.stage`;

const into = 'insert into matter_flow_delta (day, county_code, township_code, department, left_stage, bucket, entered_stage, n)';

const up: readonly string[] = [
  stageOfState,
  // Buckets grow by a tenth, so that the middle of one is within 4.9 % of all that is in it.
  `create function matter_flow_bucket(spent interval) returns smallint language sql immutable parallel safe as $$
     select coalesce(floor(ln(greatest(extract(epoch from spent)::float8, 1)) / ln(1.1)), 0)::smallint $$`,
  `create table matter_flow_delta (
     id bigint generated always as identity primary key,
     day date not null, county_code text not null, township_code text not null, department text not null,
     left_stage text not null, bucket smallint not null, entered_stage text not null, n integer not null)`,
  `create table matter_flow (
     grain text not null constraint matter_flow_grain_check check (grain in ('DAY', 'TOWNSHIP_MONTH', 'OFFICE_MONTH')),
     township_code text not null, department text not null, day date not null, stage text not null, bucket smallint not null,
     county_code text not null, n bigint not null,
     constraint matter_flow_pkey primary key (grain, township_code, department, day, stage, bucket, county_code))`,
  `create function flow_of_steps() returns trigger language plpgsql as $$
   begin
     with of_matters as (
       select taken.matter_id, taken.version, taken.to_state, taken.occurred_at from taken
         join (select matter_id from taken where version = 1) fresh on fresh.matter_id = taken.matter_id
        union all
       select earlier.matter_id, earlier.version, earlier.to_state, earlier.occurred_at
         from (select matter_id from taken group by matter_id having min(version) > 1) known
         join matter_transition earlier on earlier.matter_id = known.matter_id),
     ${visitsOf('of_matters')}
     ${into}
     select ${changed}, count(*)
       from visits join taken on taken.matter_id = visits.matter_id and taken.version = visits.version
       join matter on matter.id = visits.matter_id
      group by 1, 2, 3, 4, 5, 6, 7;
     return null;
   end $$`,
  `create trigger keep_flow after insert on matter_transition referencing new table as taken
     for each statement execute function flow_of_steps()`,
  `create function add_matter_flow(matter matter, sign integer) returns void language plpgsql as $$
   begin
     with ${visitsOf('(select * from matter_transition step where step.matter_id = matter.id) steps')}
     ${into}
     select ${changed}, sign from visits;
   end $$`,
  `create function flow_of_matter() returns trigger language plpgsql as $$
   begin
     perform add_matter_flow(old, -1);
     if tg_op = 'DELETE' then return old; end if;
     perform add_matter_flow(new, 1);
     return null;
   end $$`,
  // Before, as the steps go with their matter.
  `create trigger take_flow_away before delete on matter for each row execute function flow_of_matter()`,
  `create trigger move_flow after update on matter for each row
     when ((old.reported_at, old.county_code, old.township_code, old.department)
           is distinct from (new.reported_at, new.county_code, new.township_code, new.department))
     execute function flow_of_matter()`,
  `select add_matter_flow(matter, 1) from matter`,
  `create index matter_open_by_due on matter (due_at, id) where closed_at is null and due_at is not null`,
];

const down: readonly string[] = [
  'drop index matter_open_by_due',
  'drop trigger move_flow on matter',
  'drop trigger take_flow_away on matter',
  'drop trigger keep_flow on matter_transition',
  'drop function flow_of_matter',
  'drop function add_matter_flow',
  'drop function flow_of_steps',
  'drop table matter_flow, matter_flow_delta',
  'drop function matter_flow_bucket',
  'drop function matter_stage',
];

/**
 * Keeps how matters go through the stages of the loop: every writer's steps leave changes, which are added up in the background, so that the
 * funnel reads sums instead of histories. The database itself does it, so that no writer can forget it. Open matters are kept in the order
 * of their deadlines.
 */
export class KeepMatterFlow1795000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
