import type { Sql } from '../../../kernel/sql.js';
import type { Organisation } from '../organisation.js';
import type { OrganisationQuery, OrganisationReadModel, PageWish, Rows } from '../read-models.js';
import { organisationColumns, organisationOf, type OrganisationRow } from './organisation-row.js';

const wanted = `($1::text[] is null or organisation.code = any($1)) and ($2::text[] is null or organisation.kind = any($2))
  and ($3::text[] is null or organisation.division_code = any($3)) and ($4::text is null or organisation.department = $4)
  and ($5::text is null or position($5 in organisation.name) > 0)`;

/** Reads organisations from the city index. */
export class OrganisationReader implements OrganisationReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async page(wish: PageWish<OrganisationQuery>): Promise<Rows<Organisation>> {
    const rows = await this.#sql.query<OrganisationRow>(
      `select ${organisationColumns} from organisation where ${wanted} and ($6::uuid is null or organisation.id > $6)
        order by organisation.id limit $7`,
      [...parametersOf(wish.query), wish.after, wish.first + 1],
    );
    return { rows: rows.slice(0, wish.first).map(organisationOf), hasMore: rows.length > wish.first };
  }

  async count(query: OrganisationQuery): Promise<number> {
    const [row] = await this.#sql.query<{ total: number }>(
      `select count(*)::int as total from organisation where ${wanted}`,
      parametersOf(query),
    );
    return row!.total;
  }

  async byUuid(uuids: readonly string[]): Promise<readonly (Organisation | null)[]> {
    const rows = await this.#sql.query<OrganisationRow>(`select ${organisationColumns} from organisation where id = any($1::uuid[])`, [
      uuids,
    ]);
    const found = new Map(rows.map((row) => [row.uuid, organisationOf(row)]));
    return uuids.map((uuid) => found.get(uuid) ?? null);
  }

  async byCode(code: string): Promise<readonly Organisation[]> {
    const rows = await this.#sql.query<OrganisationRow>(`select ${organisationColumns} from organisation where code = $1 order by id`, [
      code,
    ]);
    return rows.map(organisationOf);
  }
}

function parametersOf(query: OrganisationQuery): readonly unknown[] {
  return [query.codes ?? null, query.kinds ?? null, query.divisionCodes ?? null, query.department ?? null, query.nameContains ?? null];
}
