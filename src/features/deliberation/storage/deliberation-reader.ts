import { Parameters } from '../../../database/parameters.js';
import { noteCounting, noteReads } from '../../../kernel/conditional-reads.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Deliberation } from '../deliberation.js';
import type { DeliberationPageWish, DeliberationQuery, DeliberationReadModel, DeliberationRows } from '../ports.js';
import {
  afterPage,
  deliberationColumns,
  deliberationOf,
  type DeliberationRow,
  deliberationScope,
  deliberationSource,
  wantedDeliberations,
} from './deliberation-sql.js';

const newestFirst = 'deliberation.proposed_at desc, deliberation.id desc';

/** Reads deliberations from the city index. */
export class PgDeliberationReader implements DeliberationReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async byUuid(scope: Scope, uuids: readonly string[]): Promise<readonly (Deliberation | null)[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<DeliberationRow>(
      `select ${deliberationColumns} from ${deliberationSource}
        where deliberation.id = any(${parameters.add(uuids)}::uuid[]) and ${deliberationScope(scope, parameters)}`,
      parameters.values,
    );
    const found = new Map(this.#read(scope, rows).map((deliberation) => [deliberation.uuid, deliberation]));
    return uuids.map((uuid) => found.get(uuid) ?? null);
  }

  async page(scope: Scope, { query, first, after }: DeliberationPageWish): Promise<DeliberationRows> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<DeliberationRow>(
      `select ${deliberationColumns} from ${deliberationSource}
        where ${wantedDeliberations(scope, query, parameters)} and ${afterPage(after, parameters)}
        order by ${newestFirst} limit ${parameters.add(first + 1)}`,
      parameters.values,
    );
    return this.#cut(scope, rows, first);
  }

  async count(scope: Scope, query: DeliberationQuery, cap: number): Promise<number> {
    const parameters = new Parameters();
    const [row] = await this.#sql.query<{ total: number }>(
      `select count(*)::int as total from (
         select from ${deliberationSource} where ${wantedDeliberations(scope, query, parameters)} limit ${parameters.add(cap + 1)}) found`,
      parameters.values,
    );
    noteCounting(scope, 'MATTERS');
    return row!.total;
  }

  async pagesOfGrids(
    scope: Scope,
    gridUuids: readonly string[],
    { query, first, after }: DeliberationPageWish,
  ): Promise<readonly DeliberationRows[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<DeliberationRow & { readonly asked: number }>(
      `select wanted.place::int as asked, ${deliberationColumns}
         from unnest(${parameters.add(gridUuids)}::uuid[]) with ordinality wanted (grid, place)
        cross join lateral (
          select deliberation.* from ${deliberationSource}
           where deliberation.grid_id = wanted.grid and ${wantedDeliberations(scope, query, parameters)} and ${afterPage(after, parameters)}
           order by ${newestFirst} limit ${parameters.add(first + 1)}) deliberation
        order by wanted.place, ${newestFirst}`,
      parameters.values,
    );
    const byGrid = groupBy(rows, ({ asked }) => asked);
    return gridUuids.map((_, nth) => this.#cut(scope, (byGrid.get(nth + 1) ?? []).map(withoutAsked), first));
  }

  async ofMatters(scope: Scope, matterUuids: readonly string[]): Promise<readonly (Deliberation | null)[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<DeliberationRow & { readonly asked: string }>(
      `select link.matter_id as asked, ${deliberationColumns}
         from ${deliberationSource} join deliberation_matter link on link.deliberation_id = deliberation.id
        where link.matter_id = any(${parameters.add(matterUuids)}::uuid[]) and ${deliberationScope(scope, parameters)}`,
      parameters.values,
    );
    const decided = new Map(rows.map((row) => [row.asked, row]));
    return matterUuids.map((uuid) => {
      const row = decided.get(uuid);
      return row === undefined ? null : this.#read(scope, [withoutAsked(row)])[0]!;
    });
  }

  #cut(scope: Scope, rows: readonly DeliberationRow[], first: number): DeliberationRows {
    return { deliberations: this.#read(scope, rows.slice(0, first)), hasMore: rows.length > first };
  }

  /** The one place where rows become answers, so that what is read on condition is noted. */
  #read(scope: Scope, rows: readonly DeliberationRow[]): readonly Deliberation[] {
    noteReads(scope, 'MATTERS', rows);
    return rows.map(deliberationOf);
  }
}

function withoutAsked({ asked, ...row }: DeliberationRow & { readonly asked: number | string }): DeliberationRow {
  void asked;
  return row;
}
