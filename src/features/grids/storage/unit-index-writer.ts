import type { Clock } from '../../../kernel/clock.js';
import { unitUuid } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { ChangedUnit, UnitArrival, UnitIndexWriter } from '../ports.js';
import { tellUnits } from './told-units.js';

const mostAtOnce = 1_000;

/**
 * Writes arriving units as versions on two clocks. A unit that arrives with a later beginning ends its earlier version in
 * the world; one that arrives with the same beginning corrects it. Nothing is overwritten: what was known stays readable.
 * The event log hears of each unit that changes.
 */
export class PgUnitIndexWriter implements UnitIndexWriter {
  constructor(private readonly clock: Clock) {}

  async apply(sql: Sql, arrivals: readonly UnitArrival[]): Promise<readonly ChangedUnit[]> {
    const rows = [...new Map(arrivals.map((arrival) => [unitUuid(arrival.layerKey, arrival.localId, arrival.generation), arrival]))];
    const changed: ChangedUnit[] = [];
    for (let from = 0; from < rows.length; from += mostAtOnce)
      changed.push(...(await this.#applyBatch(sql, rows.slice(from, from + mostAtOnce))));
    return changed;
  }

  async #applyBatch(sql: Sql, rows: Identified): Promise<readonly ChangedUnit[]> {
    const changed = await changedUnits(sql, rows);
    const news = rows.filter(([uuid]) => changed.has(uuid));
    if (news.length === 0) return [];
    await insertUnits(sql, news);
    const recordedAt = await this.#recordedAt(sql, [...changed]);
    await closeVersions(sql, news, recordedAt);
    await insertVersions(sql, news, recordedAt);
    await tellUnits(sql, news, { recordedAt, now: this.clock.now() });
    return news.map(([uuid, { validFrom }]) => ({ uuid, from: validFrom }));
  }

  /** Now, but later than anything recorded of these units before, so that no version has an empty life. */
  async #recordedAt(sql: Sql, uuids: readonly string[]): Promise<string> {
    const [row] = await sql.query<{ at: string }>(
      `select greatest($2::timestamptz, (select max(recorded_from) + interval '1 microsecond' from unit_version where unit_id = any($1::uuid[])))::text as at`,
      [uuids, this.clock.now()],
    );
    return row!.at;
  }
}

type Identified = readonly (readonly [string, UnitArrival])[];

async function changedUnits(sql: Sql, rows: Identified): Promise<ReadonlySet<string>> {
  const found = await sql.query<{ id: string }>(
    `select given.id from unnest($1::uuid[], $2::date[], $3::text[], $4::boolean[]) given (id, valid_from, content_hash, is_redrawn)
      where not exists (select from unit_version version where version.unit_id = given.id and version.recorded_to is null
        and version.valid_from = given.valid_from and version.content_hash = given.content_hash)
        and (given.is_redrawn or not exists (select from unit_version version where version.unit_id = given.id and version.recorded_to is null
          and version.redraw_id is not null and (version.valid_to is not null or given.valid_from <= version.valid_from)))`,
    [
      rows.map(([uuid]) => uuid),
      rows.map(([, { validFrom }]) => validFrom),
      rows.map(([, { contentHash }]) => contentHash),
      rows.map(([, { redrawUuid }]) => redrawUuid !== undefined),
    ],
  );
  return new Set(found.map(({ id }) => id));
}

async function insertUnits(sql: Sql, rows: Identified): Promise<void> {
  await sql.query(
    `insert into unit (id, layer_key, local_id, generation)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::integer[]) on conflict (id) do nothing`,
    [
      rows.map(([uuid]) => uuid),
      rows.map(([, { layerKey }]) => layerKey),
      rows.map(([, { localId }]) => localId),
      rows.map(([, { generation }]) => generation),
    ],
  );
}

/** Closes what is no longer believed; what is still believed of the time before the new version is recorded anew, cut short. */
async function closeVersions(sql: Sql, rows: Identified, recordedAt: string): Promise<void> {
  await sql.query(
    `with given as (select * from unnest($1::uuid[], $2::date[]) given (id, begins)),
     closed as (
       update unit_version version set recorded_to = $3 from given
        where version.unit_id = given.id and version.recorded_to is null and (version.valid_to is null or version.valid_to > given.begins)
        returning version.*, given.begins)
     insert into unit_version (unit_id, valid_from, valid_to, recorded_from, recorded_to, name, division_code, boundary, area_m2,
         households, members, buildings, as_of, content_hash, run_id, redraw_id)
       select unit_id, valid_from, begins, $3, null, name, division_code, boundary, area_m2, households, members, buildings, as_of,
         content_hash, run_id, redraw_id from closed where valid_from < begins`,
    [rows.map(([uuid]) => uuid), rows.map(([, { validFrom }]) => validFrom), recordedAt],
  );
}

async function insertVersions(sql: Sql, rows: Identified, recordedAt: string): Promise<void> {
  await sql.query(
    `insert into unit_version (unit_id, valid_from, valid_to, recorded_from, name, division_code, boundary, area_m2, households,
         members, buildings, as_of, content_hash, run_id, redraw_id)
       select id, valid_from, valid_to, $2, name, division_code, boundary, area_m2, households, members, buildings, as_of, content_hash, run_id,
         redraw_id
         from json_to_recordset($1::json) given (id uuid, valid_from date, valid_to date, name text, division_code text, boundary jsonb,
           area_m2 double precision, households integer, members text[], buildings text[], as_of date, content_hash text, run_id uuid, redraw_id uuid)`,
    [JSON.stringify(rows.map(([uuid, arrival]) => versionRow(uuid, arrival))), recordedAt],
  );
}

function versionRow(uuid: string, unit: UnitArrival): Readonly<Record<string, unknown>> {
  return {
    id: uuid,
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
    name: unit.name,
    division_code: unit.divisionCode,
    boundary: unit.boundary && { type: 'MultiPolygon', coordinates: unit.boundary },
    area_m2: unit.areaM2,
    households: unit.households,
    members: unit.members,
    buildings: unit.buildings,
    as_of: unit.asOf,
    content_hash: unit.contentHash,
    run_id: unit.runId,
    redraw_id: unit.redrawUuid ?? null,
  };
}
