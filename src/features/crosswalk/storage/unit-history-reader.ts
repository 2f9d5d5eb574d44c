import type { Sql } from '../../../kernel/sql.js';
import type { UnitHistory } from '../ports.js';

/** Tells from the city index which ids were ever used. */
export class UnitHistoryReader implements UnitHistory {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async everKnown(ids: Parameters<UnitHistory['everKnown']>[0], knownAt: Date | null): Promise<readonly boolean[]> {
    const rows = await this.#sql.query<{ place: number }>(
      `select distinct asked.place::int as place
         from unnest($1::text[], $2::text[], $3::text[]) with ordinality asked (department, local_id, layer_key, place)
         join layer on layer.department = asked.department and (asked.layer_key is null or layer.key = asked.layer_key)
         join unit on unit.layer_key = layer.key and unit.local_id = asked.local_id
        where $4::timestamptz is null or exists (select from unit_version version where version.unit_id = unit.id and version.recorded_from <= $4)`,
      [ids.map((id) => id.department), ids.map((id) => id.localId), ids.map((id) => id.layer), knownAt],
    );
    const known = new Set(rows.map((row) => row.place));
    return ids.map((_, index) => known.has(index + 1));
  }
}
