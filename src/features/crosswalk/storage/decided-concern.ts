import { cityOwner } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Concern } from '../../access/index.js';
import type { RowRef } from '../decisions/ports.js';

// A unit lies where the newest version of it that is believed says so.
const concernSql = `
  with named as (select distinct unit.id, unit.layer_key from unit where unit.id = any($1::uuid[]))
  select array(select distinct coalesce(layer.department, $3) from layer
                where layer.key = any($2::text[]) or layer.key in (select layer_key from named)) as owners,
         array(select distinct on (named.id) version.division_code from named
                 left join unit_version version on version.unit_id = named.id and version.recorded_to is null
                order by named.id, version.valid_from desc) as divisions`;

/** Whose units these rows relate, and in which divisions those lie. */
export async function readConcern(sql: Sql, rows: readonly RowRef[]): Promise<Concern> {
  const [concern] = await sql.query<Concern>(concernSql, [
    rows.map(({ unitUuid }) => unitUuid),
    rows.map(({ layerKey }) => layerKey),
    cityOwner,
  ]);
  return concern!;
}
