import type { RegisterRows } from '../ports.js';

/** Reads the city's own registers out of the index. */
export const registerRows: RegisterRows = {
  async city(sql) {
    const [city] = await sql.query<NonNullable<Awaited<ReturnType<RegisterRows['city']>>>>(
      `select code, time_zone as "timeZone", division_scheme as "divisionScheme", array[west, south, east, north] as bounds from city`,
    );
    return city ?? null;
  },

  divisions: (sql) =>
    sql.query(
      `select code, name, level, parent_code as "parentCode", kind, valid_from::text as "validFrom", valid_to::text as "validTo"
         from division where recorded_to is null order by code, valid_from`,
    ),

  categories: (sql) =>
    sql.query(
      `select standard, kind, code, name_zh as "nameZh", name_en as "nameEn", parent_code as "parentCode"
         from matter_category order by standard, kind, code`,
    ),

  organisations: (sql) =>
    sql.query(
      `select held.issuer, held.scheme, held.code, held.name, held.kind, held.level, held.division_code as "divisionCode",
              above.code as "parentCode", held.department, held.longitude, held.latitude, held.as_of as "asOf"
         from organisation held left join organisation above on above.id = held.parent_id order by held.issuer, held.scheme, held.code`,
    ),

  unitsOn: (sql, layerKey, day) =>
    sql.query(
      `select unit.local_id as "localId", version.valid_from::text as "validFrom", version.valid_to::text as "validTo",
              version.as_of::text as "asOf", version.boundary -> 'coordinates' as boundary
         from unit_version version join unit on unit.id = version.unit_id
        where unit.layer_key = $1 and version.recorded_to is null and version.valid_from <= $2
          and (version.valid_to is null or version.valid_to > $2) order by unit.local_id`,
      [layerKey, day],
    ),

  layers: (sql) =>
    sql.query(
      `select key, department, name_zh as "nameZh", name_en as "nameEn", is_partition as "partition", is_primary as "primary",
              id_scheme as "idScheme", synthetic, ordinal, members_of as "membersOf" from layer order by ordinal`,
    ),
};
