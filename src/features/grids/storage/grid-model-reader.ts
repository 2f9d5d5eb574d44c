import { ringsFromNested } from '../../../geometry/rings.js';
import type { Clock } from '../../../kernel/clock.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import { dateIn } from '../../../kernel/dates.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Division, DivisionLevel } from '../../divisions/index.js';
import type { GridModelParts, Surroundings } from '../build-grid-model.js';
import type { City } from '../city.js';
import { nothingKnownYet, refuseBeforeFirstDay } from '../first-day.js';
import type { Layer } from '../layer.js';
import type { Instants } from '../ports.js';
import type { UnitVersion } from '../unit-version.js';

/** The GraphQL type of each office's units, by department; the city's own units are `AllElementsGrid`. */
export type GridTypes = ReadonlyMap<DepartmentCode, string>;

/** What reading takes beside the index. */
export interface ReadingTerms {
  readonly gridTypes: GridTypes;
  readonly clock: Clock;
}

/**
 * Reads everything that a grid model is built from: what is valid at `at` and was recorded at `knownAt`.
 * Answers null while no city has been loaded.
 */
export async function readGridModelParts(
  sql: Sql,
  instants: Instants,
  terms: ReadingTerms,
): Promise<Omit<GridModelParts, 'version'> | null> {
  const surroundings = await readSurroundings(sql, instants, terms);
  return surroundings && { ...surroundings, units: await readUnits(sql, surroundings.at, surroundings.knownAt) };
}

/** Reads what stands around the units at those instants. Answers null while no city has been loaded. */
export async function readSurroundings(sql: Sql, instants: Instants, { gridTypes, clock }: ReadingTerms): Promise<Surroundings | null> {
  const [city] = await sql.query<CityRow>(
    `select code, name_zh, name_en, time_zone, notice_zh, notice_en, division_scheme, west, south, east, north from city`,
  );
  if (!city) return null;
  await refuseUnknownTimes(sql, instants);
  const at = instants.at ?? dateIn(city.time_zone, clock.now());
  return {
    city: cityOf(city),
    at,
    knownAt: instants.knownAt,
    divisions: await readDivisions(sql, at, instants.knownAt),
    layers: await readLayers(sql, gridTypes, instants.knownAt),
  };
}

const recordedAt = (table: string, knownAt: string): string =>
  `(case when ${knownAt}::timestamptz is null then ${table}.recorded_to is null
         else ${table}.recorded_from <= ${knownAt} and (${table}.recorded_to is null or ${table}.recorded_to > ${knownAt}) end)`;

/** Refuses what nobody can answer: a day before the city's first one, an instant before anything was recorded. */
async function refuseUnknownTimes(sql: Sql, { at, knownAt }: Instants): Promise<void> {
  if (at === null && knownAt === null) return;
  const [row] = await sql.query<{ readonly firstDay: CalendarDate | null; readonly firstRecord: Date | null }>(
    `select least((select min(valid_from) from division where ${recordedAt('division', '$1')}),
                  (select min(valid_from) from unit_version where ${recordedAt('unit_version', '$1')}))::text as "firstDay",
            least((select min(recorded_from) from division), (select min(recorded_from) from unit_version)) as "firstRecord"`,
    [knownAt],
  );
  const { firstDay, firstRecord } = row!;
  if (knownAt !== null && firstRecord !== null && knownAt < firstRecord) throw nothingKnownYet(knownAt, firstRecord);
  if (at !== null && firstDay !== null) refuseBeforeFirstDay(at, firstDay);
}

interface CityRow {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly time_zone: string;
  readonly notice_zh: string | null;
  readonly notice_en: string | null;
  readonly division_scheme: City['divisionScheme'];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function cityOf(row: CityRow): City {
  return {
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    timeZone: row.time_zone,
    noticeZh: row.notice_zh,
    noticeEn: row.notice_en,
    divisionScheme: row.division_scheme,
    bounds: { minX: row.west, minY: row.south, maxX: row.east, maxY: row.north },
  };
}

async function readDivisions(sql: Sql, at: CalendarDate, knownAt: Date | null): Promise<readonly Division[]> {
  return sql.query<Division & { level: DivisionLevel }>(
    `select code, name, level, parent_code as "parentCode", kind, valid_from::text as "validFrom", valid_to::text as "validTo"
       from division where valid_from <= $1 and (valid_to is null or valid_to > $1) and ${recordedAt('division', '$2')} order by code`,
    [at, knownAt],
  );
}

const layerColumnNames = 'key, department, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal';

async function readLayers(sql: Sql, gridTypes: GridTypes, knownAt: Date | null): Promise<readonly Layer[]> {
  const rows = await sql.query<Omit<Layer, 'typeName'>>(
    `select key, department, name_zh as "nameZh", name_en as "nameEn", is_partition as "partition", is_primary as "primary",
            id_scheme as "idScheme", synthetic, ordinal
       from (select ${layerColumnNames}, recorded_from, null as recorded_to from layer
             union all select ${layerColumnNames}, recorded_from, recorded_to from past_layer) known
      where ${recordedAt('known', '$1')} order by ordinal`,
    [knownAt],
  );
  return rows.map((row) => ({
    ...row,
    typeName: row.department === null ? 'AllElementsGrid' : (gridTypes.get(row.department) ?? 'AllElementsGrid'),
  }));
}

type UnitRow = Omit<UnitVersion, 'rings'> & { readonly boundary: { readonly coordinates: number[][][][] } | null };

async function readUnits(sql: Sql, at: CalendarDate, knownAt: Date | null): Promise<readonly UnitVersion[]> {
  const rows = await sql.query<UnitRow>(
    `select unit.id as uuid, unit.layer_key as "layerKey", unit.local_id as "localId", unit.generation, version.name,
            version.division_code as "divisionCode", version.boundary, version.area_m2 as "areaM2", version.households, version.buildings,
            version.valid_from::text as "validFrom", version.valid_to::text as "validTo", version.as_of::text as "asOf"
       from unit_version version join unit on unit.id = version.unit_id
      where version.valid_from <= $1 and (version.valid_to is null or version.valid_to > $1)
        and ${recordedAt('version', '$2')}`,
    [at, knownAt],
  );
  return rows.map(({ boundary, ...row }) => ({ ...row, rings: boundary === null ? null : ringsFromNested(boundary.coordinates) }));
}
