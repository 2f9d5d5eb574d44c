import { append } from '../../../eventlog/append.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { ElementMove, ElementPlaces, StandingElement } from '../ports.js';
import { type MovedElement, moveOf, toldElementColumns } from './told-element.js';

const columns = `id as uuid, kind, longitude, latitude, grid_id as "gridUuid", division_code as "divisionCode"`;
const setSize = 2_000;

// Locked first: what was before must be what the update found.
const moveElements = `
  with standing as materialized (
    select element.id, element.grid_id, element.division_code from element where id = any ($1::uuid[]) order by id for update
  )
  update element set grid_id = moved.grid_id, division_code = moved.division_code, version = element.version + 1
    from unnest($1::uuid[], $2::uuid[], $3::text[]) moved (id, grid_id, division_code) join standing using (id)
   where element.id = standing.id and (standing.grid_id, standing.division_code) is distinct from (moved.grid_id, moved.division_code)
  returning ${toldElementColumns('element')}, standing.grid_id as "fromGrid", standing.division_code as "fromDivision", now() as "movedAt"`;

/** Reads and changes in the city index where elements stand. */
export class PgElementPlaces implements ElementPlaces {
  readonly #sql: Sql;
  readonly #inTransaction: InTransaction;

  constructor(sql: Sql, inTransaction: InTransaction) {
    this.#sql = sql;
    this.#inTransaction = inTransaction;
  }

  standing(gridUuids: readonly string[] | null): AsyncIterable<readonly StandingElement[]> {
    return gridUuids === null ? this.#all() : this.#within(gridUuids);
  }

  move(moves: readonly ElementMove[]): Promise<number> {
    return this.#inTransaction(async (sql) => {
      const moved = await sql.query<MovedElement>(moveElements, [
        moves.map(({ uuid }) => uuid),
        moves.map(({ gridUuid }) => gridUuid),
        moves.map(({ divisionCode }) => divisionCode),
      ]);
      await append(sql, moved.map(moveOf));
      return moved.length;
    });
  }

  async *#all(): AsyncIterable<readonly StandingElement[]> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.#sql.query<StandingElement>(
        `select ${columns} from element where id > $1::uuid order by id limit ${setSize}`,
        [after],
      );
      if (rows.length > 0) yield rows;
      if (rows.length < setSize) return;
      after = rows.at(-1)!.uuid;
    }
  }

  /** Their ids first: a page by id would read past all the others each time. */
  async *#within(gridUuids: readonly string[]): AsyncIterable<readonly StandingElement[]> {
    const ids = await this.#sql.query<{ id: string }>(
      `select id from element where grid_id = any($1::uuid[]) union all select id from element where grid_id is null and longitude is not null`,
      [gridUuids],
    );
    for (let start = 0; start < ids.length; start += setSize) {
      const set = ids.slice(start, start + setSize).map(({ id }) => id);
      yield await this.#sql.query<StandingElement>(`select ${columns} from element where id = any($1::uuid[])`, [set]);
    }
  }
}
