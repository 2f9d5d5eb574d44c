/**
 * The city index as PostGraphile is shown it: four views with the relations that it cannot see by itself.
 * They hold what the hand-written statement joins; the schema is dropped when the benchmark ends.
 */
export const postgraphileViews = `
create schema bench;

create view bench.grid as
  select unit.id, unit.local_id as code, version.name, community.parent_code as township
    from unit
    join unit_version version on version.unit_id = unit.id and version.recorded_to is null
     and version.valid_from <= current_date and (version.valid_to is null or version.valid_to > current_date)
    join division community on community.code = version.division_code
   where unit.layer_key = 'city/all-elements';
comment on view bench.grid is E'@primaryKey id';

create view bench.unit as
  select unit.id, unit.local_id, version.name
    from unit
    join unit_version version on version.unit_id = unit.id and version.recorded_to is null
     and version.valid_from <= current_date and (version.valid_to is null or version.valid_to > current_date);
comment on view bench.unit is E'@primaryKey id';

create view bench.link as
  select source_id as grid_id, target_id as unit_id, weight, inverse_weight
    from public.link
   where recorded_to is null and valid_from <= current_date and (valid_to is null or valid_to > current_date);
comment on view bench.link is E'@foreignKey (grid_id) references bench.grid (id)|@foreignFieldName departmentGrids|@foreignSimpleFieldName departmentGrids\\n@foreignKey (unit_id) references bench.unit (id)|@fieldName grid';

create view bench.element_count as
  select grid_id, kind, count(*)::int as count from element group by 1, 2;
comment on view bench.element_count is E'@foreignKey (grid_id) references bench.grid (id)|@foreignFieldName elementCounts|@foreignSimpleFieldName elementCounts';

create view bench.matter as
  select placement.unit_id as grid_id, placement.reported_at, matter.id, matter.title, matter.state
    from matter_placement placement join public.matter on matter.id = placement.matter_id;
comment on view bench.matter is E'@foreignKey (grid_id) references bench.grid (id)|@foreignFieldName matters|@foreignSimpleFieldName matters'`;

/** Takes them away again. */
export const dropPostgraphileViews = 'drop schema if exists bench cascade';
