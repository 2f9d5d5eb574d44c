import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import { allElementsLayer, type UnitRef } from '../../grids/index.js';
import type { DecidedGround } from '../decisions/decision.js';
import { joined, type Period } from '../decisions/period.js';
import type { UnitCandidate } from '../decisions/ports.js';

interface CandidateRow {
  readonly place: number;
  readonly uuid: string;
  readonly department: string | null;
  readonly localId: string;
  readonly layerKey: string;
  readonly isThere: boolean;
  readonly areaM2: number | null;
}

// A layer without its office is enough: its key is unique in the city.
const candidatesSql = `
  select asked.place::int as place, unit.id as uuid, layer.department, unit.local_id as "localId", layer.key as "layerKey",
         version.unit_id is not null as "isThere", version.area_m2 as "areaM2"
    from unnest($1::text[], $2::text[], $3::text[]) with ordinality asked (department, local_id, layer_key, place)
    join layer on (asked.department is null or layer.department = asked.department) and (asked.layer_key is null or layer.key = asked.layer_key)
    join unit on unit.layer_key = layer.key and unit.local_id = asked.local_id
    left join unit_version version on version.unit_id = unit.id and version.recorded_to is null
         and version.valid_from <= $4 and (version.valid_to is null or version.valid_to > $4)
   order by place, layer.key, unit.generation`;

/** The units that each reference may mean on a day, in order of the references. */
export async function readCandidates(
  sql: Sql,
  refs: readonly UnitRef[],
  day: CalendarDate,
): Promise<readonly (readonly UnitCandidate[])[]> {
  const rows = await sql.query<CandidateRow>(candidatesSql, [
    refs.map(({ department }) => department),
    refs.map(({ localId }) => localId),
    refs.map(({ department, layer }) => layer ?? (department === null ? allElementsLayer : null)),
    day,
  ]);
  return refs.map((_, index) => rows.filter(({ place }) => place === index + 1));
}

interface GroundRow {
  readonly id: string;
  readonly layer_key: LayerKey;
  readonly lives: readonly Period[] | null;
}

const groundSql = `
  select unit.id, unit.layer_key,
         (select json_agg(json_build_object('validFrom', valid_from::text, 'validTo', valid_to::text) order by valid_from)
            from unit_version where unit_id = unit.id and recorded_to is null) as lives
    from unit where unit.id = any($1)`;

/** The layers and periods of units; asking it for a unit that was not named is a fault of ours. */
export async function readGround(sql: Sql, unitUuids: readonly string[]): Promise<DecidedGround> {
  const rows = await sql.query<GroundRow>(groundSql, [[...new Set(unitUuids)]]);
  const units = new Map(rows.map(({ id, layer_key, lives }) => [id, { layerKey: layer_key, lives: joined(lives ?? [], () => true) }]));
  return {
    // Links may outlive the register of a test or a damaged index; they then belong to no row.
    layerOf: (uuid) => units.get(uuid)?.layerKey ?? '',
    livesOf: (uuid) => units.get(uuid)?.lives ?? [],
  };
}
