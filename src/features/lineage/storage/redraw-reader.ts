import type { Sql } from '../../../kernel/sql.js';
import type { RedrawQuery, RedrawReader } from '../ports.js';
import type { Redraw } from '../redraw.js';
import { readRedraws } from './redraw-columns.js';

const wanted = `($1::text is null or state = $1) and ($2::text is null or layer_key = $2)`;

/** Reads redraws from the city index. */
export class PgRedrawReader implements RedrawReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async byUuid(uuid: string): Promise<Redraw | null> {
    return (await readRedraws(this.#sql, 'where id = $1', [uuid]))[0] ?? null;
  }

  async page({ state, layerKey, first, after }: RedrawQuery): Promise<{ readonly redraws: readonly Redraw[]; readonly hasMore: boolean }> {
    const found = await readRedraws(
      this.#sql,
      `where ${wanted} and ($3::timestamptz is null or (proposed_at, id) < ($3, $4::uuid)) order by proposed_at desc, id desc limit $5`,
      [state, layerKey, after?.proposedAt ?? null, after?.uuid ?? null, first + 1],
    );
    return { redraws: found.slice(0, first), hasMore: found.length > first };
  }

  async count({ state, layerKey }: Pick<RedrawQuery, 'state' | 'layerKey'>): Promise<number> {
    const [row] = await this.#sql.query<{ total: number }>(`select count(*)::int as total from redraw where ${wanted}`, [state, layerKey]);
    return row!.total;
  }
}
