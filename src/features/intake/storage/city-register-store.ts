import type { Box } from '../../../geometry/box.js';
import { CityError } from '../../../kernel/city-error.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { HeldLayer, UnitArrival } from '../../grids/index.js';
import type { DivisionListing } from '../city/division-changes.js';
import type { Manifest } from '../city-pack/manifest.js';
import type { CityRegisterWriter, CurrentUnit, KnownCity, MatterWords, RunStamp, StoredMatter } from '../ports.js';
import type { CategoryRecord } from '../records.js';
import { writeDivisions } from './write-divisions.js';
import { writeLayers } from './write-layers.js';

/** The city's own registers in the index. */
export class CityRegisterStore implements CityRegisterWriter {
  async knownCity(sql: Sql): Promise<KnownCity | null> {
    const [city] = await sql.query<KnownCity>('select code, shift_days as "shiftDays" from city');
    return city ?? null;
  }

  async writeCity(sql: Sql, city: Manifest['city'], shiftDays: number): Promise<void> {
    await sql.query(
      `insert into city (code, name_zh, name_en, time_zone, division_scheme, notice_zh, notice_en, west, south, east, north, shift_days)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (only_one) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, time_zone = excluded.time_zone,
           division_scheme = excluded.division_scheme, notice_zh = excluded.notice_zh, notice_en = excluded.notice_en,
           west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north`,
      [
        city.code,
        city.name.zh,
        city.name.en,
        city.timeZone,
        city.divisionScheme,
        city.notice?.zh ?? null,
        city.notice?.en ?? null,
        ...city.bounds,
        shiftDays,
      ],
    );
  }

  writeDivisions(sql: Sql, listing: DivisionListing, stamp: RunStamp): Promise<number> {
    return writeDivisions(sql, listing, stamp);
  }

  async writeCategories(sql: Sql, categories: readonly CategoryRecord[]): Promise<void> {
    await sql.query(
      `insert into matter_category (standard, kind, code, name_zh, name_en, parent_code)
         select standard, kind, code, "nameZh", "nameEn", "parentCode"
           from json_to_recordset($1::json) given (standard text, kind text, code text, "nameZh" text, "nameEn" text, "parentCode" text)
         on conflict (standard, kind, code) do update
           set name_zh = excluded.name_zh, name_en = excluded.name_en, parent_code = excluded.parent_code
         where (matter_category.name_zh, matter_category.name_en, matter_category.parent_code)
           is distinct from (excluded.name_zh, excluded.name_en, excluded.parent_code)`,
      [JSON.stringify(categories)],
    );
  }

  writeLayers(sql: Sql, layers: readonly HeldLayer[], stamp: RunStamp): Promise<number> {
    return writeLayers(sql, layers, stamp);
  }

  async currentUnits(sql: Sql, layerKey: LayerKey): Promise<ReadonlyMap<SourceId, CurrentUnit>> {
    const rows = await sql.query<CurrentUnit & { localId: SourceId }>(
      `select distinct on (unit.local_id) unit.local_id as "localId", unit.generation, version.valid_from::text as "validFrom",
              version.valid_to::text as "validTo"
         from unit join unit_version version on version.unit_id = unit.id and version.recorded_to is null
        where unit.layer_key = $1 order by unit.local_id, unit.generation desc, version.valid_from desc`,
      [layerKey],
    );
    return new Map(rows.map((row) => [row.localId, row]));
  }

  async unitsAsHeld(sql: Sql, layerKey: LayerKey, localIds: readonly SourceId[]): Promise<readonly UnitArrival[]> {
    return sql.query<UnitArrival>(
      `select distinct on (unit.local_id) unit.layer_key as "layerKey", unit.local_id as "localId", unit.generation, version.name,
              version.division_code as "divisionCode", version.households, version.valid_from::text as "validFrom",
              version.valid_to::text as "validTo", version.boundary -> 'coordinates' as boundary, version.area_m2 as "areaM2",
              version.members, version.buildings, version.as_of::text as "asOf", version.content_hash as "contentHash", version.run_id as "runId"
         from unit join unit_version version on version.unit_id = unit.id and version.recorded_to is null
        where unit.layer_key = $1 and unit.local_id = any($2::text[])
        order by unit.local_id, unit.generation desc, version.valid_from desc`,
      [layerKey, localIds],
    );
  }

  async bounds(sql: Sql): Promise<Box> {
    const [box] = await sql.query<Box>('select west as "minX", south as "minY", east as "maxX", north as "maxY" from city');
    if (!box)
      throw new CityError({
        code: 'UNAVAILABLE',
        message: 'Expected a city in the index, none has been loaded.',
        messageZh: '尚未载入城市。',
        hint: 'Import a city pack.',
      });
    return box;
  }

  async wordsOf(
    sql: Sql,
    matters: readonly Pick<StoredMatter, 'standard' | 'categoryKind' | 'categoryCode' | 'divisionCode'>[],
  ): Promise<readonly MatterWords[]> {
    return sql.query<MatterWords>(
      `select matter_category.name_zh as category,
              (select name from division where division.code = given."divisionCode" and recorded_to is null
                order by valid_from desc limit 1) as division
         from json_array_elements($1::json) with ordinality entry (matter, position)
         cross join json_to_record(entry.matter) given (standard text, "categoryKind" text, "categoryCode" text, "divisionCode" text)
         left join matter_category on (matter_category.standard, matter_category.kind, matter_category.code)
           = (given.standard, given."categoryKind", given."categoryCode")
        order by entry.position`,
      [JSON.stringify(matters)],
    );
  }
}
