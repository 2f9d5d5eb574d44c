import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { believedOnce, type StatementColumns, statementColumns } from '../../../database/statement-columns.js';
import { statementOrigins } from '../../access/index.js';

/** A row of `organisation_id`: one version of the statement that an organisation has an id. */
export interface OrganisationIdColumns extends StatementColumns {
  readonly organisationUuid: string;
  readonly issuer: string;
  readonly scheme: string;
  readonly code: string;
}

/** The other ids of organisations, beside the one that their register gives them. */
export const organisationIdTable = new EntitySchema<OrganisationIdColumns>({
  name: 'organisation_id',
  columns: {
    ...statementColumns('organisation_id'),
    organisationUuid: {
      name: 'organisation_id',
      type: 'uuid',
      foreignKey: { target: 'organisation', name: 'organisation_id_organisation_id_fkey' },
    },
    issuer: { type: 'text' },
    scheme: { type: 'text' },
    code: { type: 'text' },
  },
  checks: [{ name: 'organisation_id_origin_check', expression: oneOf('origin', statementOrigins) }],
  indices: [
    believedOnce('organisation_id'),
    { name: 'organisation_id_by_code', columns: ['code'], where: 'recorded_to is null' },
    { name: 'organisation_id_by_organisation', columns: ['organisationUuid'], where: 'recorded_to is null' },
  ],
});
