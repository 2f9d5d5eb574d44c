import type { CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Organisation } from '../organisation.js';
import type { OrganisationQuery, OrganisationReadModel, PageWish, Rows } from '../read-models.js';
import { organisationColumns, organisationOf, type OrganisationRow } from './organisation-row.js';

/** Whether an organisation has one of the codes of a parameter on the day of another: as its own, or by a statement believed now. */
const hasCode = (codes: string, at: string): string => `(organisation.code = any(${codes}) or organisation.id in (
  select other.organisation_id from organisation_id other where other.code = any(${codes}) and other.recorded_to is null
     and other.valid_from <= ${at} and (other.valid_to is null or other.valid_to > ${at})))`;

const wanted = `($1::text[] is null or ${hasCode('$1', '$6::date')}) and ($2::text[] is null or organisation.kind = any($2))
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
      `select ${organisationColumns} from organisation where ${wanted} and ($7::uuid is null or organisation.id > $7)
        order by organisation.id limit $8`,
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

  async byCode(code: string, at: CalendarDate): Promise<readonly Organisation[]> {
    const rows = await this.#sql.query<OrganisationRow>(
      `select ${organisationColumns} from organisation where ${hasCode('$1::text[]', '$2::date')} order by id`,
      [[code], at],
    );
    return rows.map(organisationOf);
  }
}

function parametersOf(query: OrganisationQuery): readonly unknown[] {
  const { codes, kinds, divisionCodes, department, nameContains, at } = query;
  return [codes ?? null, kinds ?? null, divisionCodes ?? null, department ?? null, nameContains ?? null, at ?? null];
}
