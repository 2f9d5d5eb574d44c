import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { NewOrganisationId } from '../declare-organisation-id.js';

/** The columns of an organisation's id, for `select`; the table must be named `other`. */
export const organisationIdColumns = `other.statement_id as uuid, other.organisation_id as "organisationUuid", other.issuer, other.scheme,
  other.code, other.valid_from::text as "validFrom", other.valid_to::text as "validTo", other.evidence, other.origin`;

/** The uuid of the statement that an organisation has an id from a day on. */
export function organisationIdUuid(id: NewOrganisationId): string {
  return uuidOf('organisation-id', id.organisationUuid, id.issuer, id.scheme, id.code, id.validFrom);
}

/** Lets one import or one declaration at a time look and write, to the end of the transaction. */
export async function lockOrganisationIds(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('organisation_id', 0))`);
}
