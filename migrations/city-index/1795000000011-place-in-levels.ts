import type { MigrationInterface, QueryRunner } from 'typeorm';

const levels = ['county', 'township', 'community'] as const;
const located = ['matter', 'element'] as const;

// What a division lies in is told by the register's tree alone: codes may be opaque, as New York's are.
const pathsOfDay = `
  standing as (
    select distinct on (code) code, level, parent_code from division where recorded_to is null
     order by code, valid_from <= day desc, abs(valid_from - day)
  ), climb as (
    select code as lowest, code, level, parent_code, 1 as step from standing
     union all
    select climb.lowest, above.code, above.level, above.parent_code, step + 1
      from climb join standing above on above.code = climb.parent_code where step < 8
  ), paths as (
    select lowest as code, max(code) filter (where level = 'COUNTY') as county_code,
           max(code) filter (where level = 'TOWNSHIP') as township_code, max(code) filter (where level = 'COMMUNITY') as community_code
      from climb group by lowest)`;

// Setting the division to what it is lets the row's own trigger place it anew.
const replace = (table: string): string => `
  update ${table} set division_code = ${table}.division_code
    from ${table} held left join division_path path on path.code = held.division_code
   where ${table}.id = held.id
     and (held.county_code, held.township_code, held.community_code)
         is distinct from (path.county_code, path.township_code, path.community_code);`;

const up: readonly string[] = [
  `create table division_path (code text primary key, county_code text, township_code text, community_code text)`,
  ...located.flatMap((table) => [
    `alter table ${table} ${levels.map((level) => `add column ${level}_code text`).join(', ')}`,
    ...levels.map(
      (level) =>
        `create index ${table}_by_${level} on ${table} (${level}_code, ${table === 'matter' ? 'reported_at desc, id desc' : 'id'})`,
    ),
  ]),
  `create function place_in_levels() returns trigger language plpgsql as $$
   begin
     select path.county_code, path.township_code, path.community_code into new.county_code, new.township_code, new.community_code
       from division_path path where path.code = new.division_code;
     return new;
   end $$`,
  ...located.map(
    (table) => `create trigger place_in_levels before insert or update of division_code, county_code, township_code, community_code
      on ${table} for each row execute function place_in_levels()`,
  ),
  `create function renew_division_paths(day date) returns void language plpgsql as $$
   begin
     with recursive ${pathsOfDay}, gone as (delete from division_path where code not in (select code from paths))
     insert into division_path as known select code, county_code, township_code, community_code from paths on conflict (code) do update
        set county_code = excluded.county_code, township_code = excluded.township_code, community_code = excluded.community_code
      where (known.county_code, known.township_code, known.community_code)
            is distinct from (excluded.county_code, excluded.township_code, excluded.community_code);
     ${located.map(replace).join('')}
   end $$`,
  `create function renew_division_paths_today() returns trigger language plpgsql as $$
   begin
     perform renew_division_paths(current_date);
     return null;
   end $$`,
  `create trigger renew_paths after insert or update or delete or truncate on division
     for each statement execute function renew_division_paths_today()`,
  `select renew_division_paths(current_date)`,

  `alter table post add column department text`,
  // Who gave the posts of the city's own units is known again after the next import; until then they are the city's.
  `update post set department = layer.department from unit join layer on layer.key = unit.layer_key where unit.id = post.unit_id`,
];

const down: readonly string[] = [
  'alter table post drop column department',
  'drop trigger renew_paths on division',
  ...located.map((table) => `drop trigger place_in_levels on ${table}`),
  'drop function renew_division_paths_today',
  'drop function renew_division_paths',
  'drop function place_in_levels',
  ...located.map((table) => `alter table ${table} ${levels.map((level) => `drop column ${level}_code`).join(', ')}`),
  'drop table division_path',
];

/**
 * Tells of every matter and element in which county, township and community it lies, and of every post whose it is. The database itself
 * fills the levels, whoever writes a row or a division, so that no writer can forget them.
 */
export class PlaceInLevels1795000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
