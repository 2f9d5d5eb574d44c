import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { ActingBody, LayerState, NewRedraw, RedrawStore } from '../ports.js';
import type { Redraw, RedrawAct, RedrawNotice, RedrawState, RedrawUnit } from '../redraw.js';
import type { EndingUnit } from '../redraw-unit.js';
import { readRedraws } from './redraw-columns.js';

/** Keeps redraws in the city index. */
export class PgRedrawStore implements RedrawStore {
  async lock(sql: Sql, layerKey: LayerKey): Promise<void> {
    await sql.query(`select pg_advisory_xact_lock(hashtext('redraw'), hashtext($1))`, [layerKey]);
  }

  async layerState(sql: Sql, layerKey: LayerKey, day: CalendarDate): Promise<LayerState> {
    const units = await sql.query<EndingUnit>(
      `select unit.id as uuid, unit.layer_key as "layerKey", unit.local_id as "localId", unit.generation, version.name,
              version.division_code as "divisionCode", version.households, version.valid_from::text as "validFrom",
              version.valid_to::text as "validTo", version.boundary -> 'coordinates' as boundary, version.area_m2 as "areaM2",
              version.members, version.buildings, version.as_of::text as "asOf", version.content_hash as "contentHash", version.run_id as "runId"
         from unit join unit_version version on version.unit_id = unit.id and version.recorded_to is null
        where unit.layer_key = $1 and version.valid_from <= $2 and (version.valid_to is null or version.valid_to > $2)`,
      [layerKey, day],
    );
    const ids = await sql.query<{ localId: SourceId; generation: number; isChangedLater: boolean }>(
      `select unit.local_id as "localId", max(unit.generation) as generation, coalesce(bool_or(version.valid_from > $2), false) as "isChangedLater"
         from unit left join unit_version version on version.unit_id = unit.id and version.recorded_to is null
        where unit.layer_key = $1 group by unit.local_id`,
      [layerKey, day],
    );
    const [filed] = await sql.query<{ last: CalendarDate | null }>(
      `select max(effective_from)::text as last from redraw where layer_key = $1 and state = 'FILED'`,
      [layerKey],
    );
    return {
      inForce: new Map(units.map((unit) => [unit.localId, unit])),
      changedLater: new Set(ids.filter(({ isChangedLater }) => isChangedLater).map(({ localId }) => localId)),
      generations: new Map(ids.map(({ localId, generation }) => [localId, generation])),
      lastFiled: filed?.last ?? null,
    };
  }

  async body(sql: Sql, organisationUuid: string): Promise<ActingBody> {
    const [row] = await sql.query<ActingBody>(
      `select id as uuid, name, level, division_code as "divisionCode" from organisation where id = $1`,
      [organisationUuid],
    );
    return row!;
  }

  async propose(sql: Sql, { uuid, layerKey, effectiveFrom, declared, findings, ends, begins, act }: NewRedraw): Promise<void> {
    await sql.query(
      `insert into redraw (id, layer_key, effective_from, state, version, declared_gaps, declared_overlaps, declared_beyond, findings, proposed_at)
         values ($1, $2, $3, 'PROPOSED', $4, $5, $6, $7, $8, $9)`,
      [uuid, layerKey, effectiveFrom, act.version, declared.gaps, declared.overlaps, declared.beyond, JSON.stringify(findings), act.at],
    );
    await insertUnits(sql, uuid, 'ENDS', ends);
    await insertUnits(sql, uuid, 'BEGINS', begins);
    await insertAct(sql, uuid, act);
  }

  async held(sql: Sql, uuid: string): Promise<Redraw | null> {
    return (await readRedraws(sql, 'where id = $1 for update of redraw', [uuid]))[0] ?? null;
  }

  async advance(sql: Sql, uuid: string, to: RedrawState, act: RedrawAct): Promise<void> {
    await insertAct(sql, uuid, act);
    await sql.query(`update redraw set state = $2, version = $3 where id = $1`, [uuid, to, act.version]);
  }

  async nameUnits(sql: Sql, uuid: string, units: readonly { readonly localId: SourceId; readonly uuid: string }[]): Promise<void> {
    await sql.query(
      `update redraw_unit set unit_id = given.id from unnest($2::text[], $3::uuid[]) given (local_id, id)
        where redraw_id = $1 and part = 'BEGINS' and redraw_unit.local_id = given.local_id`,
      [uuid, units.map(({ localId }) => localId), units.map((unit) => unit.uuid)],
    );
  }

  async notify(sql: Sql, uuid: string, departments: readonly DepartmentCode[], at: Date): Promise<void> {
    await sql.query(
      `insert into redraw_notice (redraw_id, department, notified_at) select $1, department, $3 from unnest($2::text[]) department`,
      [uuid, departments, at],
    );
  }

  async acknowledge(
    sql: Sql,
    uuid: string,
    { department, acknowledgedAt, acknowledgedBy }: Pick<RedrawNotice, 'department' | 'acknowledgedAt' | 'acknowledgedBy'>,
  ): Promise<boolean> {
    // Taken note of twice, the first time counts.
    const told = await sql.query(
      `update redraw_notice set acknowledged_at = coalesce(acknowledged_at, $3), acknowledged_by = coalesce(acknowledged_by, $4)
        where redraw_id = $1 and department = $2 returning department`,
      [uuid, department, acknowledgedAt, acknowledgedBy],
    );
    return told.length > 0;
  }
}

async function insertUnits(sql: Sql, redraw: string, part: 'ENDS' | 'BEGINS', units: readonly RedrawUnit[]): Promise<void> {
  const rows = units.map((unit) => ({ ...unit, boundary: unit.boundary && { type: 'MultiPolygon', coordinates: unit.boundary } }));
  await sql.query(
    `insert into redraw_unit (redraw_id, part, local_id, unit_id, name, division_code, households, boundary, area_m2, predecessors)
       select $1, $2, "localId", uuid, name, "divisionCode", households, boundary, "areaM2", predecessors
         from json_to_recordset($3::json) given ("localId" text, uuid uuid, name text, "divisionCode" text, households integer, boundary jsonb,
           "areaM2" double precision, predecessors jsonb)`,
    [redraw, part, JSON.stringify(rows)],
  );
}

async function insertAct(sql: Sql, redraw: string, act: RedrawAct): Promise<void> {
  await sql.query(
    `insert into redraw_act (redraw_id, version, deed, subject, role, organisation_id, document, happened_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [redraw, act.version, act.deed, act.subject, act.role, act.organisationUuid, act.document, act.at],
  );
}
