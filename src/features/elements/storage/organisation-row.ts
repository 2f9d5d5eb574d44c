import { globalId } from '../../../kernel/ids.js';
import type { Organisation } from '../organisation.js';

/** The columns of an organisation, for `select`; the table must be named `organisation`. */
export const organisationColumns = `organisation.id as uuid, organisation.issuer, organisation.scheme, organisation.code, organisation.name,
  organisation.kind, organisation.level, organisation.division_code as "divisionCode", organisation.parent_id as "parentUuid",
  organisation.department, organisation.as_of as "asOf"`;

/** A row of {@link organisationColumns}. */
export type OrganisationRow = Omit<Organisation, 'id' | 'typeName'>;

/** The record of a row. */
export function organisationOf(row: OrganisationRow): Organisation {
  return { ...row, id: globalId('Organisation', row.uuid), typeName: 'Organisation' };
}
