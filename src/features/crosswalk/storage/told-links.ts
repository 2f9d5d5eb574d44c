import { append } from '../../../eventlog/append.js';
import type { Sql } from '../../../kernel/sql.js';
import type { LinkRecord } from '../ports.js';

/** The two units of a link that was closed or opened. */
export type LinkEnds = Pick<LinkRecord, 'sourceUuid' | 'targetUuid'>;

interface ToldLinks {
  readonly subject: string;
  readonly department: string | null;
  readonly divisionCode: string | null;
  readonly version: number;
  readonly payload: { readonly layer: string; readonly localId: string; readonly towards: readonly string[] };
}

/** Tells each unit of whose links some were closed or opened, and towards which layers. */
export async function tellLinks(sql: Sql, ends: readonly LinkEnds[], at: Date): Promise<void> {
  if (ends.length === 0) return;
  const told = await sql.query<ToldLinks>(
    `with given as materialized (select * from unnest($1::uuid[], $2::uuid[]) given (one, other)),
     pair as (select one, other from given union select other, one from given),
     towards as (select pair.one as id, array_agg(distinct other.layer_key order by other.layer_key) as layers
                   from pair join unit other on other.id = pair.other group by pair.one)
     select towards.id as subject, layer.department, last.division_code as "divisionCode", last.versions::int as version,
            jsonb_build_object('layer', unit.layer_key, 'localId', unit.local_id, 'towards', towards.layers) as payload
       from towards join unit on unit.id = towards.id join layer on layer.key = unit.layer_key
       cross join lateral (
         select division_code, count(*) over () as versions from unit_version version where version.unit_id = unit.id
          order by version.recorded_to nulls first, version.valid_from desc limit 1) last
      order by unit.layer_key, unit.local_id, unit.generation`,
    [ends.map(({ sourceUuid }) => sourceUuid), ends.map(({ targetUuid }) => targetUuid)],
  );
  await append(
    sql,
    told.map((unit) => ({ topic: 'link', kind: 'LINKS_CHANGED', ...unit, occurredAt: at })),
  );
}
