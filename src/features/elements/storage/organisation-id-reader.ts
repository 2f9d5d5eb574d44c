import type { CalendarDate } from '../../../kernel/dates.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { Sql } from '../../../kernel/sql.js';
import type { OrganisationId, OrganisationKey } from '../organisation-id.js';
import type { OrganisationIdReadModel } from '../read-models.js';
import { organisationIdColumns } from './organisation-id-statement.js';

/** Reads the other ids of organisations from the city index. */
export class OrganisationIdReader implements OrganisationIdReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async ofOrganisations(uuids: readonly string[]): Promise<readonly (readonly OrganisationId[])[]> {
    const rows = await this.#sql.query<OrganisationId>(
      `select ${organisationIdColumns} from organisation_id other where other.organisation_id = any($1::uuid[]) and other.recorded_to is null
        order by other.issuer, other.scheme, other.code, other.valid_from`,
      [uuids],
    );
    const found = groupBy(rows, (row) => row.organisationUuid);
    return uuids.map((uuid) => found.get(uuid) ?? []);
  }

  async byUuid(uuid: string): Promise<OrganisationId | null> {
    const [row] = await this.#sql.query<OrganisationId>(
      `select ${organisationIdColumns} from organisation_id other where other.statement_id = $1
        order by other.recorded_to desc nulls first limit 1`,
      [uuid],
    );
    return row ?? null;
  }
}

/** The other ids that are believed now and hold on a day, each with the key of the organisation that has it. */
export async function readOrganisationIds(
  sql: Sql,
  at: CalendarDate,
): Promise<readonly { readonly code: string; readonly organisation: OrganisationKey }[]> {
  return sql.query(
    `select other.code, json_build_object('issuer', organisation.issuer, 'scheme', organisation.scheme, 'code', organisation.code) as organisation
       from organisation_id other join organisation on organisation.id = other.organisation_id
      where other.recorded_to is null and other.valid_from <= $1 and (other.valid_to is null or other.valid_to > $1)
      order by other.id`,
    [at],
  );
}
