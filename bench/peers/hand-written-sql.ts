/**
 * What a good hand writes for this one question: one statement that builds the whole answer as JSON text.
 * `$1` is the township's code, `$2` the GraphQL type of each office's units and `$3` of its matters, as JSON objects by office.
 * It reads the computed links as they are, without the choice between bases that the platform makes.
 */
export const handWrittenSql = `
with grid as (
  select unit.id, unit.local_id, version.name
    from unit
    join unit_version version on version.unit_id = unit.id and version.recorded_to is null
     and version.valid_from <= current_date and (version.valid_to is null or version.valid_to > current_date)
    join division community on community.code = version.division_code and community.parent_code = $1
   where unit.layer_key = 'city/all-elements'
   order by unit.local_id limit 50)
select json_build_object('data', json_build_object('allElementsGrids', json_build_object('nodes', json_agg(
  json_build_object(
    'code', grid.local_id,
    'name', grid.name,
    'departmentGrids', (
      select coalesce(json_agg(json_build_object(
               'weight', link.weight, 'inverseWeight', link.inverse_weight,
               'grid', json_build_object('id', ${globalIdSql(`$2::json ->> layer.department`, 'other.id')}, 'name', version.name, 'localId', other.local_id))
             order by layer.ordinal, link.weight desc, other.local_id), '[]')
        from link
        join unit other on other.id = link.target_id
        join layer on layer.key = other.layer_key
        join unit_version version on version.unit_id = other.id and version.recorded_to is null
         and version.valid_from <= current_date and (version.valid_to is null or version.valid_to > current_date)
       where link.source_id = grid.id and link.recorded_to is null
         and link.valid_from <= current_date and (link.valid_to is null or link.valid_to > current_date)),
    'elementCounts', (
      select coalesce(json_agg(json_build_object('kind', counted.kind, 'count', counted.count)
             order by array_position(array['BUILDING', 'ESTATE', 'COMPONENT', 'SITE', 'ORGANISATION'], counted.kind)), '[]')
        from (select element.kind, count(*) from element where element.grid_id = grid.id group by 1) counted),
    'matters', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object(
               'id', ${globalIdSql(`coalesce($3::json ->> newest.department, 'PlatformMatter')`, 'newest.id')}, 'title', newest.title, 'state', newest.state,
               'reportedAt', to_char(newest.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
             order by newest.reported_at desc, newest.id desc), '[]')
        from (select matter.* from matter_placement placement join matter on matter.id = placement.matter_id
               where placement.unit_id = grid.id order by placement.reported_at desc, placement.matter_id desc limit 5) newest)))
  order by grid.local_id))))::text as answer
  from grid`;

/** base64url of \`<Type>:<uuid>\`: base64 has other letters, padding, and a line break after 76 letters. */
function globalIdSql(type: string, uuid: string): string {
  return `rtrim(translate(encode(convert_to((${type}) || ':' || ${uuid}, 'UTF8'), 'base64'), E'+/\\n', '-_'), '=')`;
}
