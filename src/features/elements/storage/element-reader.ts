import { groupBy } from '../../../kernel/group-by.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Element, type ElementKind, elementKinds } from '../element.js';
import type { ElementCount, ElementQuery, ElementReadModel, PageWish, Rows } from '../read-models.js';
import { elementColumns, elementOf, type ElementRow } from './element-row.js';

const wanted = `($1::text[] is null or element.kind = any($1)) and ($2::text[] is null or element.department = any($2))
  and ($3::text[] is null or element.division_code = any($3)) and ($4::uuid[] is null or element.grid_id = any($4))
  and ($5::text is null or position($5 in element.name) > 0) and ($6::text[] is null or element.source_id = any($6))`;

/** Reads elements from the city index. */
export class ElementReader implements ElementReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async page(wish: PageWish<ElementQuery>): Promise<Rows<Element>> {
    const rows = await this.#sql.query<ElementRow>(
      `select ${elementColumns} from element where ${wanted} and ($7::uuid is null or element.id > $7) order by element.id limit $8`,
      [...parametersOf(wish.query), wish.after, wish.first + 1],
    );
    return cut(rows, wish.first);
  }

  async count(query: ElementQuery): Promise<number> {
    const [row] = await this.#sql.query<{ total: number }>(
      `select count(*)::int as total from element where ${wanted}`,
      parametersOf(query),
    );
    return row!.total;
  }

  async pagesOfGrids(gridUuids: readonly string[], wish: PageWish<ElementQuery>): Promise<readonly Rows<Element>[]> {
    const rows = await this.#sql.query<ElementRow & { asked: number }>(
      `select asked.place::int as asked, ${elementColumns}
         from unnest($9::uuid[]) with ordinality asked (grid, place)
        cross join lateral (
          select element.* from element where element.grid_id = asked.grid and ${wanted} and ($7::uuid is null or element.id > $7)
           order by element.id limit $8) element
        order by asked.place, element.id`,
      [...parametersOf(wish.query), wish.after, wish.first + 1, gridUuids],
    );
    const byGrid = groupBy(rows, (row) => row.asked);
    return gridUuids.map((_, index) => cut(byGrid.get(index + 1) ?? [], wish.first));
  }

  async countsOfGrids(gridUuids: readonly string[]): Promise<readonly (readonly ElementCount[])[]> {
    const rows = await this.#sql.query<{ grid: string; kind: ElementKind; count: number }>(
      `select grid_id as grid, kind, count(*)::int as count from element where grid_id = any($1::uuid[]) group by grid_id, kind`,
      [gridUuids],
    );
    const byGrid = groupBy(rows, (row) => row.grid);
    return gridUuids.map((grid) =>
      (byGrid.get(grid) ?? [])
        .map(({ kind, count }) => ({ kind, count }))
        .sort((a, b) => elementKinds.indexOf(a.kind) - elementKinds.indexOf(b.kind)),
    );
  }

  async byUuid(uuids: readonly string[]): Promise<readonly (Element | null)[]> {
    const rows = await this.#sql.query<ElementRow>(`select ${elementColumns} from element where id = any($1::uuid[])`, [uuids]);
    const found = new Map(rows.map((row) => [row.uuid, elementOf(row)]));
    return uuids.map((uuid) => found.get(uuid) ?? null);
  }
}

function cut(rows: readonly ElementRow[], first: number): Rows<Element> {
  return { rows: rows.slice(0, first).map(elementOf), hasMore: rows.length > first };
}

function parametersOf(query: ElementQuery): readonly unknown[] {
  return [
    query.kinds ?? null,
    query.departments ?? null,
    query.divisionCodes ?? null,
    query.gridUuids ?? null,
    query.nameContains ?? null,
    query.sourceIds ?? null,
  ];
}
