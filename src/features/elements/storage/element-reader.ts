import { Parameters } from '../../../database/parameters.js';
import { allOf } from '../../../database/scope-condition.js';
import { noteCounting, noteReads } from '../../../kernel/conditional-reads.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Element, type ElementKind, elementKinds } from '../element.js';
import type { ElementCount, ElementQuery, ElementReadModel, PageWish, Rows } from '../read-models.js';
import { elementColumns, elementOf, type ElementRow } from './element-row.js';
import { elementScope } from './element-scope-sql.js';

const wanted = `($1::text[] is null or element.kind = any($1)) and ($2::text[] is null or element.department = any($2))
  and ($3::text[] is null or element.division_code = any($3)) and ($4::uuid[] is null or element.grid_id = any($4))
  and ($5::text is null or position($5 in element.name) > 0) and ($6::text[] is null or element.source_id = any($6))`;

/** Reads elements from the city index. */
export class ElementReader implements ElementReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async page(scope: Scope, wish: PageWish<ElementQuery>): Promise<Rows<Element>> {
    const parameters = parametersOf(wish.query);
    const rows = await this.#sql.query<ElementRow>(
      `select ${elementColumns} from element where ${wantedSql(scope, parameters)} ${pageSql(wish, parameters)}`,
      parameters.values,
    );
    return cut(scope, rows, wish.first);
  }

  async count(scope: Scope, query: ElementQuery): Promise<number> {
    const parameters = parametersOf(query);
    const [row] = await this.#sql.query<{ total: number }>(
      `select count(*)::int as total from element where ${wantedSql(scope, parameters)}`,
      parameters.values,
    );
    noteCounting(scope, 'ELEMENTS');
    return row!.total;
  }

  async pagesOfGrids(scope: Scope, gridUuids: readonly string[], wish: PageWish<ElementQuery>): Promise<readonly Rows<Element>[]> {
    const parameters = parametersOf(wish.query);
    const rows = await this.#sql.query<ElementRow & { asked: number }>(
      `select asked.place::int as asked, ${elementColumns}
         from unnest(${parameters.add(gridUuids)}::uuid[]) with ordinality asked (grid, place)
        cross join lateral (
          select element.* from element
           where element.grid_id = asked.grid and ${wantedSql(scope, parameters)} ${pageSql(wish, parameters)}) element
        order by asked.place, element.id`,
      parameters.values,
    );
    const byGrid = groupBy(rows, (row) => row.asked);
    return gridUuids.map((_, index) => cut(scope, byGrid.get(index + 1) ?? [], wish.first));
  }

  async countsOfGrids(scope: Scope, gridUuids: readonly string[]): Promise<readonly (readonly ElementCount[])[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<{ grid: string; kind: ElementKind; count: number }>(
      `select grid_id as grid, kind, count(*)::int as count from element
        where grid_id = any(${parameters.add(gridUuids)}::uuid[]) and ${elementScope(scope, parameters)} group by grid_id, kind`,
      parameters.values,
    );
    noteCounting(scope, 'ELEMENTS');
    const byGrid = groupBy(rows, (row) => row.grid);
    return gridUuids.map((grid) =>
      (byGrid.get(grid) ?? [])
        .map(({ kind, count }) => ({ kind, count }))
        .sort((a, b) => elementKinds.indexOf(a.kind) - elementKinds.indexOf(b.kind)),
    );
  }

  async countsOfOffices(scope: Scope): ReturnType<ElementReadModel['countsOfOffices']> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<{ department: DepartmentCode | null; elements: number }>(
      `select department, count(*)::int as elements from element where ${elementScope(scope, parameters)} group by department`,
      parameters.values,
    );
    noteCounting(scope, 'ELEMENTS');
    return rows;
  }

  async byUuid(scope: Scope, uuids: readonly string[]): Promise<readonly (Element | null)[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<ElementRow>(
      `select ${elementColumns} from element where id = any(${parameters.add(uuids)}::uuid[]) and ${elementScope(scope, parameters)}`,
      parameters.values,
    );
    const found = new Map(read(scope, rows).map((element) => [element.uuid, element]));
    return uuids.map((uuid) => found.get(uuid) ?? null);
  }
}

function wantedSql(scope: Scope, parameters: Parameters): string {
  return allOf([wanted, elementScope(scope, parameters)]);
}

function pageSql({ after, first }: PageWish<ElementQuery>, parameters: Parameters): string {
  const follows = after === null ? '' : `and element.id > ${parameters.add(after)}::uuid`;
  return `${follows} order by element.id limit ${parameters.add(first + 1)}`;
}

function cut(scope: Scope, rows: readonly ElementRow[], first: number): Rows<Element> {
  return { rows: read(scope, rows.slice(0, first)), hasMore: rows.length > first };
}

/** The one place where rows become answers, so that what is read on condition is noted. */
function read(scope: Scope, rows: readonly ElementRow[]): readonly Element[] {
  noteReads(scope, 'ELEMENTS', rows);
  return rows.map(elementOf);
}

/** The parameters of {@link wanted}, for others to follow. */
function parametersOf(query: ElementQuery): Parameters {
  const parameters = new Parameters();
  for (const value of [query.kinds, query.departments, query.divisionCodes, query.gridUuids, query.nameContains, query.sourceIds])
    parameters.add(value ?? null);
  return parameters;
}
