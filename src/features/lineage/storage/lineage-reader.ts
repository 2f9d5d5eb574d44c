import { type Rings, ringsFromNested } from '../../../geometry/rings.js';
import type { Sql } from '../../../kernel/sql.js';
import type { UnitRef } from '../../grids/index.js';
import type { LineageStep, LineageUnit } from '../lineage-step.js';
import type { LineageGraph, LineageReader, NamedUnit } from '../ports.js';
import { stepColumns } from './step-columns.js';

/** The condition under which a version was believed at the instant `$n`; null means now. */
const believed = (row: string, n: number): string =>
  `(case when $${n}::timestamptz is null then ${row}.recorded_to is null
         else ${row}.recorded_from <= $${n} and (${row}.recorded_to is null or ${row}.recorded_to > $${n}) end)`;

/** The whole period and the last name of each unit, as believed at `$1`. */
const unitFacts = `unit.id as uuid, unit.layer_key as "layerKey", layer.department, unit.local_id as "localId", unit.generation,
  period.name, period.division_code as "divisionCode", period.area_m2 as "areaM2", period.begins::text as "validFrom", period.ends::text as "validTo"`;
const unitTables = `unit join layer on layer.key = unit.layer_key
  join lateral (
    select (array_agg(version.name order by version.valid_from desc))[1] as name,
           (array_agg(version.division_code order by version.valid_from desc))[1] as division_code,
           (array_agg(version.area_m2 order by version.valid_from desc))[1] as area_m2, min(version.valid_from) as begins,
           case when bool_or(version.valid_to is null) then null else max(version.valid_to) end as ends
      from unit_version version where version.unit_id = unit.id and ${believed('version', 1)}
    having count(*) > 0) period on true`;

/** Reads lineage from the city index. */
export class PgLineageReader implements LineageReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  unitsNamed(names: readonly UnitRef[], knownAt: Date | null): Promise<readonly NamedUnit[]> {
    return this.#sql.query<NamedUnit>(
      `select (asked.place - 1)::int as place, ${unitFacts}
         from unnest($2::text[], $3::text[], $4::text[]) with ordinality asked (department, local_id, layer_key, place)
         join layer of_office on case when asked.layer_key is null then of_office.department is not distinct from asked.department
              else of_office.key = asked.layer_key and (asked.department is null or of_office.department = asked.department) end
         join (${unitTables}) on unit.layer_key = of_office.key and unit.local_id = asked.local_id
        order by asked.place, layer.ordinal, unit.generation`,
      [knownAt, names.map(({ department }) => department), names.map(({ localId }) => localId), names.map(({ layer }) => layer)],
    );
  }

  async graph(uuids: readonly string[], way: 'FORWARD' | 'BACK', knownAt: Date | null): Promise<LineageGraph> {
    const steps = await this.#sql.query<LineageStep>(graphSql(way), [knownAt, uuids]);
    const named = [...new Set([...uuids, ...steps.flatMap(({ fromUuid, toUuid }) => [fromUuid, toUuid])])];
    const units = await this.#sql.query<LineageUnit>(`select ${unitFacts} from ${unitTables} where unit.id = any($2::uuid[])`, [
      knownAt,
      named,
    ]);
    return { steps, units: new Map(units.map((unit) => [unit.uuid, unit])) };
  }

  async boundaries(uuids: readonly string[], knownAt: Date | null): Promise<readonly (Rings | null)[]> {
    const rows = await this.#sql.query<{ id: string; coordinates: number[][][][] }>(
      `select distinct on (version.unit_id) version.unit_id as id, version.boundary -> 'coordinates' as coordinates
         from unit_version version where version.unit_id = any($2::uuid[]) and ${believed('version', 1)} and version.boundary is not null
        order by version.unit_id, version.valid_from desc`,
      [knownAt, uuids],
    );
    const found = new Map(rows.map(({ id, coordinates }) => [id, ringsFromNested(coordinates)]));
    return uuids.map((uuid) => found.get(uuid) ?? null);
  }
}

/** `union` keeps each unit once, so that the search ends even where statements lead in a circle. */
function graphSql(way: 'FORWARD' | 'BACK'): string {
  const [near, far] = way === 'FORWARD' ? ['from_id', 'to_id'] : ['to_id', 'from_id'];
  // How large a unit became is told by what came to it from elsewhere, too.
  const named = (way === 'FORWARD' ? ['from_id', 'to_id'] : ['to_id']).map((end) => `step.${end} in (select id from reached)`).join(' or ');
  return `with recursive reached (id) as (
      select unnest($2::uuid[])
      union
      select step.${far} from reached join unit_lineage step on step.${near} = reached.id and ${believed('step', 1)})
    select ${stepColumns('step')} from unit_lineage step
     where (${named}) and ${believed('step', 1)}
     order by step.effective_on, step.from_id, step.to_id, step.kind`;
}
